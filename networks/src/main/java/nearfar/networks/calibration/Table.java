package nearfar.networks.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nearfar.common.text.TextTable;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/** Calibrations as a text table, with the unimpaired path first. */
public final class Table {
  private static final List<String> HEADINGS =
      List.of(
          "LINK", "WAY", "DELAY", "JITTER", "RATE", "P50", "P99", "JITTER", "RATE", "P50", "P99",
          "RATE");
  private static final List<String> GROUPS =
      List.of("", "", "ASKED", "", "", "MEASURED", "", "", "", "ERROR", "", "");
  private static final int LEFT_ALIGNED = 2;
  private static final String NOTHING = "-";

  private Table() {}

  /** Each line with its end. */
  public static String of(List<Calibration> calibrations) {
    List<List<String>> rows = new ArrayList<>(List.of(GROUPS, HEADINGS));
    Calibration first = calibrations.getFirst();
    for (DirectionCalibration direction : first.directions()) {
      rows.add(
          row(
              "nothing added",
              new DirectionCalibration(
                  direction.direction(), Impairment.NONE, direction.path(), direction.path()),
              true));
    }
    for (Calibration calibration : calibrations) {
      calibration
          .directions()
          .forEach(direction -> rows.add(row(calibration.link().name(), direction, false)));
    }
    StringBuilder text = new StringBuilder();
    TextTable.lines(rows, LEFT_ALIGNED, " ")
        .forEach(line -> text.append("  ").append(line).append('\n'));
    text.append("\n  %s\n".formatted(first.conditions().loadOnCores()));
    List<String> doubts =
        calibrations.stream().map(Calibration::doubt).flatMap(Optional::stream).toList();
    if (doubts.isEmpty()) {
      text.append("  every link does what was asked of it, within the tolerance\n");
    }
    doubts.forEach(doubt -> text.append("  ✘ ").append(doubt).append('\n'));
    return text.toString();
  }

  private static List<String> row(String name, DirectionCalibration direction, boolean unimpaired) {
    Impairment asked = direction.asked();
    Measurement measured = direction.measured();
    return List.of(
        direction.direction().equals("down") ? name : "",
        direction.direction(),
        ms(asked.delay()),
        asked.jitter().isZero() ? NOTHING : "±" + ms(asked.jitter()),
        rate(asked.rate()),
        ms(measured.p50()),
        ms(measured.p99()),
        asked.jitter().isZero() ? NOTHING : "±" + ms(measured.jitter()),
        rate(measured.rate()),
        unimpaired ? NOTHING : signed(direction.errorOfP50()),
        unimpaired ? NOTHING : signed(direction.errorOfP99()),
        share(asked.rate(), measured.rate()));
  }

  private static String rate(@Nullable Rate rate) {
    if (rate == null) {
      return NOTHING;
    }
    double kbit = rate.bitsPerSecond() / 1e3;
    return kbit < 1000
        ? String.format(Locale.ROOT, "%.4gkbit", kbit)
        : String.format(Locale.ROOT, "%.4gmbit", kbit / 1e3);
  }

  private static String share(@Nullable Rate asked, @Nullable Rate measured) {
    return asked == null || measured == null
        ? NOTHING
        : String.format(
            Locale.ROOT,
            "%+.1f %%",
            100.0 * (measured.bitsPerSecond() - asked.bitsPerSecond()) / asked.bitsPerSecond());
  }

  private static String ms(Duration duration) {
    return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / 1e6);
  }

  private static String signed(Duration duration) {
    return String.format(Locale.ROOT, "%+.1f ms", duration.toNanos() / 1e6);
  }
}
