package nearfar.networks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Supplier;

/** What bad input may come to: the one exception that is documented, and words of ours. */
public final class Refusal {
  private Refusal() {}

  /** The value that is read, or nothing where it is refused as it should be. */
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
