package nearfar.tests.isolation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.model.ContainerNetwork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import nearfar.lab.Lab;
import nearfar.tests.isolation.IsolationMatrix.From;
import nearfar.tests.isolation.IsolationMatrix.To;
import nearfar.tests.isolation.IsolationMatrix.Try;
import nearfar.tests.isolation.IsolationMatrix.Way;
import nearfar.tests.support.Probes;
import nearfar.tests.support.SharedLab;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The plan's isolation matrix, every cell, tried from real containers. Each "no" is tried by name
 * and by address on every network, and what is in vain here the very same probe reaches elsewhere.
 */
@ExtendWith(SharedLab.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IsolationTest {
  private final Lab lab;
  private IsolationMatrix matrix;
  private Set<String> bridgesWithoutAHost;

  IsolationTest(Lab lab) {
    this.lab = lab;
  }

  @BeforeAll
  void tryEverything() throws Exception {
    try (IsolationSurvey survey = new IsolationSurvey(lab)) {
      matrix = survey.matrix();
      bridgesWithoutAHost = survey.bridgesWithoutAHost();
    }
    System.out.println(
        "who reaches whom, as tried from the containers of a lab:\n" + matrix.table());
  }

  @ParameterizedTest(name = "{0} is greeted by the {1}")
  @CsvSource({
    "CLIENT_LAN, SERVER",
    "CLIENT_WAN, GATEWAY",
    "WAN_CONTROL, GATEWAY",
    "HOST, SERVER",
    "HOST, GATEWAY",
  })
  void isGreeted(From from, To to) {
    assertEach(from, to, each -> each.answer().equals(Probes.GREETED));
  }

  @ParameterizedTest(name = "{0} reaches {1}")
  @CsvSource({
    "WAN_CONTROL, API",
    "CLIENT_LAN, NEAR_CLIENT",
    "CLIENT_WAN, FAR_CLIENT",
  })
  void reaches(From from, To to) {
    assertEach(from, to, Try::reached);
  }

  @ParameterizedTest(name = "{0} does not reach {1}")
  @CsvSource({
    "CLIENT_LAN, GATEWAY",
    "CLIENT_LAN, API",
    "CLIENT_LAN, FAR_CLIENT",
    "CLIENT_LAN, OUTSIDE",
    "CLIENT_WAN, SERVER",
    "CLIENT_WAN, API",
    "CLIENT_WAN, NEAR_CLIENT",
    "CLIENT_WAN, OUTSIDE",
    "WAN_CONTROL, SERVER",
    "WAN_CONTROL, NEAR_CLIENT",
    "WAN_CONTROL, FAR_CLIENT",
    "WAN_CONTROL, OUTSIDE",
  })
  void doesNotReach(From from, To to) {
    assertEach(from, to, each -> !each.reached());
    List<Try> tries = matrix.of(from, to);
    assertTrue(tries.stream().anyMatch(each -> each.way().isAddress()), "tried by address");
    assertTrue(tries.stream().anyMatch(each -> !each.way().isAddress()), "tried by name");
  }

  @ParameterizedTest(name = "the host has no door to {0}")
  @EnumSource(names = {"API", "NEAR_CLIENT", "FAR_CLIENT"})
  void theHostHasNoDoorTo(To to) {
    assertEach(From.HOST, to, each -> !each.reached());
  }

  @Test
  void whatIsTriedInVainAnswersTheVerySameProbeFromAPlaceThatMay() {
    for (To to : To.values()) {
      Set<Way> open = matrix.open(to);
      assertEquals(
          List.of(),
          matrix.tries().stream()
              .filter(each -> each.to() == to && !each.reached() && each.from() != From.HOST)
              .map(each -> each.way().fromAnywhere())
              .filter(way -> !open.contains(way) && !nobodyIsThere(to, way))
              .toList(),
          "ways to " + to + " that nobody was seen to reach");
    }
  }

  /**
   * Whether it is right that nobody at all answers there. The API listens on one of the gateway's
   * networks only; at its other addresses the gateway was seen to greet. And on all but one of the
   * lab's networks the host has no address, also not the one at which people would look for it.
   */
  private boolean nobodyIsThere(To to, Way way) {
    return switch (to) {
      case API -> matrix.open(To.GATEWAY).contains(new Way(way.host(), IsolationSurvey.GREETING));
      case OUTSIDE -> bridgesWithoutAHost.contains(way.host());
      default -> false;
    };
  }

  @Test
  void theHostIsOnOneNetworkOfTheLabAndNoMore() {
    assertEquals(4, bridgesWithoutAHost.size(), bridgesWithoutAHost::toString);
  }

  @Test
  void noContainerHasAnAddressOfTheOtherProtocol() {
    for (String container : lab.containers()) {
      lab
          .container(container)
          .getContainerInfo()
          .getNetworkSettings()
          .getNetworks()
          .values()
          .stream()
          .map(ContainerNetwork::getGlobalIPv6Address)
          .forEach(address -> assertEquals("", address, container));
    }
  }

  /** The kernel gives every bridge one, whatever the engine was asked for. */
  @Test
  void theHostWasTriedByItsAddressesOfTheOtherProtocol() {
    for (From from : List.of(From.CLIENT_LAN, From.CLIENT_WAN, From.WAN_CONTROL)) {
      long tried =
          matrix.of(from, To.OUTSIDE).stream()
              .filter(each -> each.way().host().contains(":"))
              .count();
      assertEquals(theHostSpeaksIt() ? 5 : 0, tried, from::toString);
    }
  }

  private static boolean theHostSpeaksIt() {
    return Files.exists(Path.of("/proc/net/if_inet6"));
  }

  private void assertEach(From from, To to, Predicate<Try> expected) {
    List<Try> tries = matrix.of(from, to);
    assertFalse(tries.isEmpty(), "nothing was tried");
    assertEquals(List.of(), tries.stream().filter(expected.negate()).toList());
  }
}
