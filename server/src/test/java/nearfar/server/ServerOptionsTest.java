package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerOptionsTest {

  private static final ServerOptions OPTIONS = ServerOptions.DEFAULTS;

  private static void refused(String message, Runnable options) {
    var problem = assertThrows(IllegalArgumentException.class, options::run);
    assertEquals(message, problem.getMessage());
  }

  @Test
  void aValueOutOfRangeIsNamed() {
    refused("port 65536 is not between 0 and 65535", () -> OPTIONS.withPort(65_536));
    refused("backlog 0 is not between 1 and 65535", () -> OPTIONS.withBacklog(0));
    refused("max connections 0 is not between 1 and 1000000", () -> OPTIONS.withMaxConnections(0));
    refused("drain bytes -1 is not between 0 and 1099511627776", () -> OPTIONS.withDrainBytes(-1));
    refused(
        "drain time PT-1S is not between PT0S and PT1H",
        () -> OPTIONS.withDrainTime(Duration.ofSeconds(-1)));
    refused(
        "stall time PT0S is not between PT0.001S and PT1H",
        () -> OPTIONS.withStallTime(Duration.ZERO));
    refused("the host is empty", () -> OPTIONS.withHost(" "));
  }

  @Test
  void theDefaultsAreTheTutorialsPortAndGreeting() {
    assertEquals(4444, OPTIONS.port());
    assertEquals("connection formed successfully\n", OPTIONS.greeting());
  }
}
