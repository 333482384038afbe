package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import nearfar.tests.support.Command;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule by which the commands take a subnet to be free, with stand-ins for Docker and the
 * kernel's tables.
 */
class FreeSubnetTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      nullValues = "free",
      textBlock =
          """
          10.64.0.0/10,    10.99.0,  the Docker network other (10.64.0.0/10)
          10.64.0.0/10,    10.128.0, free
          10.99.0.64/28,   10.99.0,  the Docker network other (10.99.0.64/28)
          10.99.1.0/24,    10.99.0,  free
          fd00::/64,       10.99.0,  free
          """)
  void aNetworkOfDockerClashesWhereItOverlaps(String network, String subnet, @Nullable String owner)
      throws IOException {
    assertEquals(expected(subnet, owner), clash(network, "", "", subnet));
  }

  @ParameterizedTest(name = "{0} {1}/{2}")
  @CsvSource(
      nullValues = "free",
      textBlock =
          """
          tun0, 00000000, 00000000, free
          tun0, 0000000A, 000000FF, free
          tun0, 0000630A, 0000FEFF, free
          tun0, 0000630A, 00FFFFFF, yes
          tun0, 4000630A, C0FFFFFF, yes
          tun0, 0001630A, 00FFFFFF, free
          """)
  void aRouteClashesWhereItIsAtLeastAsNarrowAsALab(
      String by, String destination, String mask, @Nullable String owner) throws IOException {
    String route =
        "%s\t%s\t00000000\t0001\t0\t0\t0\t%s\t0\t0\t0\n".formatted(by, destination, mask);
    assertEquals(
        expected("10.99.0", owner == null ? null : "a route of this machine, by tun0"),
        clash("172.17.0.0/16", route, "", "10.99.0"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      nullValues = "free",
      textBlock =
          """
          10.99.0.7, 10.99.0, yes
          10.99.0.7, 10.98.0, free
          """)
  void anAddressOfThisMachineClashes(String address, String subnet, @Nullable String owner)
      throws IOException {
    String trie =
        """
        Local:
             |-- 10.0.0.0
                /8 link UNICAST
             |-- %s
                /32 host LOCAL
        """
            .formatted(address);
    assertEquals(
        expected(subnet, owner == null ? null : "this machine, which has the address " + address),
        clash("172.17.0.0/16", "", trie, subnet));
  }

  private static String expected(String subnet, @Nullable String owner) {
    return "status 0\n"
        + (owner == null ? "" : "the subnet %s.0/24 is taken by %s\n".formatted(subnet, owner));
  }

  private String clash(String network, String routes, String trie, String subnet)
      throws IOException {
    Files.writeString(folder.resolve("route"), "Iface\tDestination\n" + routes);
    Files.writeString(folder.resolve("fib_trie"), trie);
    String script =
        """
        . scripts/lib/lib.sh
        . scripts/lab/addresses.sh
        docker() {
          case $2 in
            ls) echo other ;;
            inspect) echo "net $NETWORK other project" ;;
          esac
        }
        subnet_clash
        """;
    return Command.of("sh", "-euc", script)
        .with("proc_net", folder.toString())
        .with("NETWORK", network)
        .with("SUBNET", subnet)
        .run()
        .toString();
  }
}
