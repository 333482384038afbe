package own;

import static org.junit.jupiter.api.Assertions.assertTrue;

import nearfar.lab.junit.WithLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** That the fixture and what it stands on are there; it starts no lab. */
class FixtureTest {
  @Test
  void theFixtureIsThere() {
    assertTrue(WithLab.class.isAnnotationPresent(ExtendWith.class));
  }
}
