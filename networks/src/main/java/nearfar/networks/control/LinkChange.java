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
 * What somebody asks of the link.
 *
 * @param link the link to change to; null keeps the present one
 * @param faults those that there are to be from then on
 * @param seed of what the lab draws; null keeps the present one, or draws one
 */
record LinkChange(@Nullable Link link, Faults faults, @Nullable Long seed) {
  private static final String CUT = "cut";
  private static final String HEAL = "heal";
  private static final String REFUSED = "refused";

  /** Small enough to be typed again. */
  private static final long SEEDS = 1_000_000;

  /**
   * Reads an order.
   *
   * @param words the profile, or {@code cut}, {@code heal}, {@code refused}; the numbers of {@code
   *     custom}; the faults
   * @throws IllegalArgumentException naming what is wrong, and the nearest that is right
   */
  static LinkChange of(LinkSpec words) {
    Faults faults = words.faults();
    LinkChange order =
        switch (words.profile()) {
          case CUT -> new LinkChange(null, closedBy(new Cut(), words), words.seed());
          case REFUSED -> new LinkChange(null, closedBy(new Refused(), words), words.seed());
          case HEAL, LinkSpec.PRESENT -> new LinkChange(null, faults, words.seed());
          case LinkSpec.CUSTOM -> new LinkChange(words.customLink(), faults, words.seed());
          default -> new LinkChange(named(words.profile()), faults, words.seed());
        };
    words.refuseWhatWouldBeLost();
    // Or the engine could not do it.
    ToxicPlan.of(order.link() == null ? Link.NOTHING_ADDED : order.link(), order.faults());
    return order;
  }

  private static Faults closedBy(Fault fault, LinkSpec words) {
    if (!words.fault().isEmpty()) {
      throw new IllegalArgumentException(
          "FAULT=%s would be lost: over a link that is %s nothing comes; leave out one"
              .formatted(words.fault(), words.profile()));
    }
    return new Faults(List.of(fault));
  }

  /**
   * Returns the link of this order, where there has to be one.
   *
   * @throws IllegalArgumentException if it is none
   */
  Link requireLink(LinkSpec words) {
    if (link == null) {
      throw new IllegalArgumentException(
          "a lab starts with a link, and '%s' is none: start it with a profile, then change it"
              .formatted(words.profile().isEmpty() ? words : words.profile()));
    }
    return link;
  }

  /**
   * Reads what a lab starts with.
   *
   * @throws IllegalArgumentException also for an order over which nobody could be greeted
   */
  static DesiredState first(LinkSpec words) {
    LinkChange order = of(words);
    Link first = order.requireLink(words);
    for (Fault fault : order.faults().all()) {
      if (!fault.letsGreet()) {
        throw new IllegalArgumentException(
            "a lab starts with a greeting for everybody, and with FAULT=%s there is none: start it without, then change it"
                .formatted(fault.word()));
      }
    }
    DesiredState sound = DesiredState.first(first, Faults.NONE, words.toString());
    return DesiredState.first(first, order.appliedTo(sound).faults(), words.toString());
  }

  DesiredState appliedTo(DesiredState present) {
    Faults seeded =
        faults.map(fault ->
            fault instanceof Flapping flapping ? seeded(flapping, present.faults()) : fault);
    return present.then(Objects.requireNonNullElse(link, present.link()), seeded);
  }

  /** The same flapping asked for again without a seed is the one that is there. */
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
