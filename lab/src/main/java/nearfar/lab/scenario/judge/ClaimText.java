package nearfar.lab.scenario.judge;

import java.util.Locale;
import nearfar.lab.scenario.Claim;
import nearfar.networks.link.Durations;

/** A claim as text for the report. */
final class ClaimText {
  private ClaimText() {}

  static String of(Claim claim) {
    return switch (claim) {
      case Claim.EveryoneGreeted _ -> "everyone is greeted";
      case Claim.NobodyGreeted _ -> "nobody is greeted";
      case Claim.GreetedWithin within ->
          "everyone is greeted within " + Durations.format(within.atMost());
      case Claim.Failures failures -> failures(failures);
      case Claim.Time time ->
          "%s p%s %s"
              .formatted(
                  time.kind().name().toLowerCase(Locale.ROOT),
                  FindingText.number(time.percentile()),
                  FindingText.range(time.millis(), "ms"));
      case Claim.WholeGreetings _ -> "every greeting whole, byte for byte";
      case Claim.Received received -> FindingText.range(received.bytes(), "bytes") + " each";
    };
  }

  private static String failures(Claim.Failures failures) {
    String share = "failures " + FindingText.range(failures.percent(), "%");
    return failures.reasons().isEmpty() ? share : share + ", " + FindingText.or(failures.reasons());
  }
}
