package nearfar.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Supplier;

/** Checks that bad input causes the documented exception with a message of this project. */
public final class Refusal {
  private Refusal() {}

  /** The parsed value, or empty if it is rejected as documented. */
  public static <T> Optional<T> orElse(Supplier<T> read, String naming) {
    try {
      return Optional.of(read.get());
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      assertEquals(IllegalArgumentException.class, refused.getClass(), message);
      assertTrue(message.contains(naming), () -> "'%s' is not in: %s".formatted(naming, message));
      return Optional.empty();
    }
  }
}
