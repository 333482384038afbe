package nearfar.networks.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import nearfar.common.cli.DidYouMean;
import nearfar.networks.fault.Cut;
import nearfar.networks.fault.Fault;
import nearfar.networks.fault.Faults;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.Refused;
import nearfar.networks.link.Link;
import nearfar.networks.profile.Profiles;
import nearfar.networks.toxiproxy.ToxicPlan;
import org.jspecify.annotations.Nullable;

/**
 * A requested change of the link.
 *
 * @param link the link to change to; null keeps the present one
 * @param faults the faults after the change
 * @param seed the seed of random faults; null keeps the present one, or draws one
 */
record LinkChange(@Nullable Link link, Faults faults, @Nullable Long seed) {
  private static final String CUT = "cut";
  private static final String HEAL = "heal";
  private static final String REFUSED = "refused";

  /** Seeds are short enough to type. */
  private static final long SEEDS = 1_000_000;

  /**
   * Reads a change.
   *
   * @param spec the profile, or {@code cut}, {@code heal}, {@code refused}; the numbers of {@code
   *     custom}; the faults
   * @throws IllegalArgumentException naming what is wrong, and the nearest valid value
   */
  static LinkChange of(LinkSpec spec) {
    Faults faults = spec.faults();
    LinkChange change =
        switch (spec.profile()) {
          case CUT -> new LinkChange(null, closedBy(new Cut(), spec), spec.seed());
          case REFUSED -> new LinkChange(null, closedBy(new Refused(), spec), spec.seed());
          case HEAL, LinkSpec.PRESENT -> new LinkChange(null, faults, spec.seed());
          case LinkSpec.CUSTOM -> new LinkChange(spec.customLink(), faults, spec.seed());
          default -> new LinkChange(named(spec.profile()), faults, spec.seed());
        };
    spec.rejectUnusedVariables();
    // Fails for a value that Toxiproxy cannot represent.
    ToxicPlan.of(change.link() == null ? Link.NOTHING_ADDED : change.link(), change.faults());
    return change;
  }

  private static Faults closedBy(Fault fault, LinkSpec spec) {
    if (!spec.fault().isEmpty()) {
      throw new IllegalArgumentException(
          "FAULT=%s would be lost: over a link that is %s nothing comes; leave out one"
              .formatted(spec.fault(), spec.profile()));
    }
    return new Faults(List.of(fault));
  }

  /**
   * Returns the link of this change.
   *
   * @throws IllegalArgumentException if it has no link
   */
  Link requireLink(LinkSpec spec) {
    if (link == null) {
      throw new IllegalArgumentException(
          "a lab starts with a link, and '%s' is none: start it with a profile, then change it"
              .formatted(spec.profile().isEmpty() ? spec : spec.profile()));
    }
    return link;
  }

  /**
   * Reads the state that a lab starts with.
   *
   * @throws IllegalArgumentException also for a fault that lets no greeting through
   */
  static DesiredState first(LinkSpec spec) {
    LinkChange change = of(spec);
    Link first = change.requireLink(spec);
    for (Fault fault : change.faults().all()) {
      if (!fault.letsGreet()) {
        throw new IllegalArgumentException(
            "a lab starts with a greeting for everybody, and with FAULT=%s there is none: start it without, then change it"
                .formatted(fault.word()));
      }
    }
    DesiredState sound = DesiredState.first(first, Faults.NONE, spec.toString());
    return DesiredState.first(first, change.appliedTo(sound).faults(), spec.toString());
  }

  DesiredState appliedTo(DesiredState present) {
    Faults seeded =
        faults.map(fault ->
            fault instanceof Flapping flapping ? seeded(flapping, present.faults()) : fault);
    return present.then(Objects.requireNonNullElse(link, present.link()), seeded);
  }

  /** The same flapping without a seed keeps its present seed. */
  private Flapping seeded(Flapping flapping, Faults present) {
    if (seed != null) {
      return flapping.withSeed(seed);
    }
    return present
        .find(Flapping.class)
        .filter(each -> each.word().equals(flapping.word()))
        .orElseGet(() -> flapping.withSeed(ThreadLocalRandom.current().nextLong(SEEDS)));
  }

  private static Link named(String profile) {
    if (!Profiles.names().contains(profile)) {
      List<String> known = new ArrayList<>(Profiles.names());
      known.addAll(List.of(LinkSpec.CUSTOM, CUT, HEAL, REFUSED));
      throw new IllegalArgumentException(
          "no profile '%s'; %s".formatted(profile, DidYouMean.hint(profile, known)));
    }
    return Profiles.named(profile).link();
  }
}
