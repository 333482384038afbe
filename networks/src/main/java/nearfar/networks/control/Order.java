package nearfar.networks.control;

import java.util.ArrayList;
import java.util.List;
import nearfar.networks.link.Link;
import nearfar.networks.profile.Nearest;
import nearfar.networks.profile.Profiles;
import nearfar.networks.toxiproxy.ToxicPlan;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the link.
 *
 * @param link the link to change to; null keeps the present one
 */
record Order(@Nullable Link link, State state) {
  private static final String CUT = "cut";
  private static final String HEAL = "heal";
  private static final String REFUSED = "refused";

  /**
   * Reads an order.
   *
   * @param words the profile, or {@code cut}, {@code heal}, {@code refused}; and the numbers of
   *     {@code custom}
   * @throws IllegalArgumentException naming what is wrong, and the nearest that is right
   */
  static Order of(LinkWords words) {
    Order order =
        switch (words.profile()) {
          case CUT -> new Order(null, State.CUT);
          case HEAL -> new Order(null, State.UP);
          case REFUSED -> new Order(null, State.REFUSED);
          case LinkWords.CUSTOM -> new Order(words.customLink(), State.UP);
          default -> new Order(named(words.profile()), State.UP);
        };
    words.refuseNumbersWithoutCustom();
    if (order.link() != null) {
      ToxicPlan.of(order.link()); // or the engine could not do it
    }
    return order;
  }

  /**
   * Reads the link that a lab starts with.
   *
   * @throws IllegalArgumentException also for an order that is no link
   */
  static Link initialLink(LinkWords words) {
    Link link = of(words).link();
    if (link == null) {
      throw new IllegalArgumentException(
          "a lab starts with a link, and '%s' is none: start it with a profile, then change it"
              .formatted(words.profile()));
    }
    return link;
  }

  Asked appliedTo(Asked present) {
    return Asked.now(link == null ? present.link() : link, state, present.initial());
  }

  private static Link named(String profile) {
    if (!Profiles.names().contains(profile)) {
      List<String> known = new ArrayList<>(Profiles.names());
      known.addAll(List.of(LinkWords.CUSTOM, CUT, HEAL, REFUSED));
      throw new IllegalArgumentException(
          "no profile '%s'; %s".formatted(profile, Nearest.hint(profile, known)));
    }
    return Profiles.named(profile).link();
  }
}
