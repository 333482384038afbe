package own;

import static org.junit.jupiter.api.Assertions.assertTrue;

import nearfar.lab.junit.WithLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The fixture and its dependencies are on the class path. Starts no lab. */
class FixtureTest {
  @Test
  void theFixtureIsOnTheClassPath() {
    assertTrue(WithLab.class.isAnnotationPresent(ExtendWith.class));
  }
}
