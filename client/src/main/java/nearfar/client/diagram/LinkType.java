package nearfar.client.diagram;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The link layers that tcpdump writes where it listens to one Ethernet or to all interfaces, by
 * their numbers.
 */
enum LinkType {
  ETHERNET(1, 12, 14),
  LINUX_SLL(113, 14, 16),
  LINUX_SLL2(276, 0, 20);

  private final int number;
  private final int typeAt;
  private final int header;

  LinkType(int number, int typeAt, int header) {
    this.number = number;
    this.typeAt = typeAt;
    this.header = header;
  }

  /**
   * By the number in a file's header.
   *
   * @throws PcapException if it is none of these
   */
  static LinkType of(int number) throws PcapException {
    return Arrays.stream(values())
        .filter(type -> type.number == number)
        .findFirst()
        .orElseThrow(() ->
            new PcapException(
                "link type %d is none of %s"
                    .formatted(
                        number,
                        Arrays.stream(values())
                            .map(type ->
                                type.number + " (" + type.name().toLowerCase(Locale.ROOT) + ")")
                            .collect(Collectors.joining(", ")))));
  }

  /** Where in the header the type of what it carries stands. */
  int typeAt() {
    return typeAt;
  }

  int header() {
    return header;
  }
}
