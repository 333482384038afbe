package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which subnets a lab may have. */
class LabAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "10.64.0.0/10, true",
    "10.70.1.0/24, true",
    "10.70.1.128/28, true",
    "10.70.1.7, true",
    "0.0.0.0/0, true",
    "10.70.2.0/24, false",
    "10.128.0.0/9, false"
  })
  void aSubnetClashesWithWhateverOverlapsIt(String taken, boolean clashes) {
    TakenSubnets subnets = new TakenSubnets(List.of(range(taken)));
    assertEquals(clashes, subnets.overlap(range("10.70.1.0/24")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fd00::/8", "10.1.2", "10.1.2.3/33", "300.1.1.1", "10.1.2.3/24/1"})
  void whatIsNotIpv4IsNoRange(String text) {
    assertEquals(Optional.empty(), Ipv4Range.parse(text));
  }

  @Test
  void routesAsNarrowAsALabCountAndWiderOnesDoNot() {
    List<String> table =
        """
        Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
        eth0	00000000	0100000A	0003	0	0	0	00000000	0	0	0
        tun0	00000000	0100000A	0003	0	0	0	00000080	0	0	0
        tun0	0000000A	0100000A	0003	0	0	0	000000FF	0	0	0
        eth0	0001460A	00000000	0001	0	0	0	00FFFFFF	0	0	0
        eth1	8002460A	00000000	0001	0	0	0	F0FFFFFF	0	0	0
        """
            .lines()
            .toList();
    assertEquals(
        List.of(range("10.70.1.0/24"), range("10.70.2.128/28")), TakenSubnets.routes(table));
  }

  @Test
  void thereAreCandidatesOutsideOfAWideDockerNetwork() {
    TakenSubnets wide = new TakenSubnets(List.of(range("10.0.0.0/8")));
    assertTrue(
        LabAddresses.candidates().anyMatch(subnet -> !wide.overlap(range(subnet + ".0/24"))));
    assertFalse(LabAddresses.candidates().allMatch(subnet -> subnet.startsWith("10.")));
  }

  private static Ipv4Range range(String text) {
    return Ipv4Range.parse(text).orElseThrow();
  }
}
