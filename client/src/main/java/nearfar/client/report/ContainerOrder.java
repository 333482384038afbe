package nearfar.client.report;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders LAN clients first, then by service, then by number: 2 before 10. */
final class ContainerOrder implements Comparator<String> {

  private static final Pattern NUMBERED_NAME = Pattern.compile("(.*)-(\\d{1,9})");

  private record Name(String service, int number) {
    static Name of(String container) {
      Matcher numbered = NUMBERED_NAME.matcher(container);
      return numbered.matches()
          ? new Name(numbered.group(1), Integer.parseInt(numbered.group(2)))
          : new Name(container, 0);
    }

    boolean isFar() {
      return !service.equals(LabLog.CLIENT_PREFIX + Report.NEAR);
    }
  }

  private static final Comparator<Name> ORDER =
      Comparator.comparing(Name::isFar).thenComparing(Name::service).thenComparingInt(Name::number);

  @Override
  public int compare(String a, String b) {
    int order = ORDER.compare(Name.of(a), Name.of(b));
    return order != 0 ? order : a.compareTo(b);
  }
}
