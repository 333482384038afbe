package nearfar.client.openloop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ResourceLimitsTest {

  private static final String LIMITS =
      """
      Limit                     Soft Limit           Hard Limit           Units
      Max processes             unlimited            unlimited            processes
      Max open files            1024                 4096                 files
      """;

  @Test
  void tooFewDescriptorsAreReportedWithTheFix() {
    assertEquals(
        "1000 clients need 1050 file descriptors, and this process may have 1024;"
            + " see ulimit -n, or docker run --ulimit nofile=1050",
        ResourceLimits.missingFor(1000, LIMITS, ""));
    assertNull(ResourceLimits.missingFor(974, LIMITS, ""));
  }

  @Test
  void tooFewPortsAreReported() {
    assertEquals(
        "300 clients need a port each, and there are 101; see /proc/sys/net/ipv4/ip_local_port_range",
        ResourceLimits.missingFor(300, LIMITS, "40000\t40100\n"));
    assertNull(ResourceLimits.missingFor(101, LIMITS, "40000\t40100\n"));
  }

  @Test
  void unknownLimitsAreNotReported() {
    assertNull(ResourceLimits.missingFor(20_000, "", ""));
  }
}
