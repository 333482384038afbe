package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nearfar.lab.LabInternals;
import nearfar.tests.support.Attendee;
import nearfar.tests.support.Command;
import nearfar.tests.support.CommandLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A room of people who share a machine: from each one's name come a lab, doors, and a subnet. */
class AttendeeTest {
  private static final List<String> ROOM =
      List.of(
          ("anna ben clara david emma felix greta hans ida jonas alice bob carol dave erin frank grace"
                  + " heidi ivan judy mallory niaj olivia peggy rupert sybil trent victor walter zoe")
              .split(" "));

  @Test
  void thirtyOfThemShareNoDoorAndNoSubnet() {
    List<Attendee> room = ROOM.stream().map(Attendee::of).toList();
    List<Integer> doors =
        room.stream()
            .flatMap(each ->
                Stream.of(
                    each.addresses().lanPort(), each.addresses().wanPort(), each.metricsDoor()))
            .distinct()
            .toList();
    assertEquals(90, doors.size(), room::toString);
    // Above those of most services, below those that Linux gives to whoever connects.
    assertTrue(doors.stream().allMatch(door -> door >= 11_000 && door < 32_768), room::toString);
    List<String> subnets = room.stream().map(each -> each.addresses().subnet()).distinct().toList();
    assertEquals(30, subnets.size(), room::toString);
    assertTrue(
        subnets.stream().allMatch(each -> each.matches("10\\.1[678][0-9]\\.[0-9]+")),
        subnets::toString);
  }

  @Test
  void aNameMeansTheSameOnEveryMachine() {
    assertEquals(
        new Attendee(
            "alice",
            "nearfar-alice",
            new LabInternals.Addresses(26_396, 26_397, "10.180.12"),
            26_398,
            "1+1"),
        Attendee.of("alice"));
  }

  @Test
  void aVariableThatIsGivenCountsAllTheSame() {
    Attendee given =
        Attendee.of(
            "alice",
            Map.of("LAB", "two", "WAN_PORT", "5445", "SUBNET", "10.45.0", "WAN_CLIENTS", "3"));
    assertEquals(
        new Attendee(
            "alice", "two", new LabInternals.Addresses(26_396, 5445, "10.45.0"), 26_398, "1+3"),
        given);
  }

  @ParameterizedTest(name = "AS={0}")
  @CsvSource({
    "Alice, alice",
    "Anna Lena, anna-lena",
    "-x, alice",
    "jürgen, alice",
    "../up, alice",
    "a-name-that-is-longer-than-anybody-has, a-name-that-is-longer-than-anybo"
  })
  void aNameThatIsNoneIsRefusedWithOneThatIs(String wrong, String better) {
    Command.Ended ended = Command.make("lab-up").with("AS", wrong).run();
    assertEquals(2, ended.status(), ended.toString());
    assertEquals(
        List.of(
            "  ✘ AS=%s is not a valid name for an attendee's lab".formatted(wrong),
            ("    use up to 32 lower-case letters, digits, - and _, starting with a letter or digit,"
                    + " such as AS=")
                + better),
        ended.errLines());
  }

  @Test
  void theAssemblerThatACompilersEnvironmentNamesIsNobodysName() {
    for (String assembler : List.of("as", "/opt/cross/bin/x86_64-linux-gnu-as", "")) {
      Command.Ended ended = Command.make("lab-up", "WAN_CLIENTS=x").with("AS", assembler).run();
      assertEquals(
          "  ✘ WAN_CLIENTS=x is not a number of clients",
          ended.errLines().getFirst(),
          ended::toString);
    }
  }

  @Test
  void whereSomebodyElseHasTheNumbersOfANameAnotherNameIsTheWayOut() throws IOException {
    CommandLab lab = CommandLab.ofAnAttendee();
    int port = lab.addresses().lanPort();
    try (ServerSocket mine = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertTrue(mine.isBound());
      Command.Ended taken = lab.make("lab-up").run();
      assertNotEquals(0, taken.status());
      String name = lab.name().replace("nearfar-", "");
      assertLinesMatch(
          List.of(
              "  ✘ port %d is taken by .+".formatted(port),
              "    another name has other ports and another subnet: make lab-up AS=%s[2-9]"
                  .formatted(name)),
          taken.errLines());
    }
  }

  @Test
  void withoutALabTheMessageSaysWhoseItWouldBe() {
    CommandLab lab = CommandLab.ofAnAttendee();
    Command.Ended none = lab.make("wan").run();
    assertEquals(
        List.of(
            "  ✘ the lab '%s' is not up".formatted(lab.name()),
            "    run: make lab-up " + lab.name().replace("nearfar-", "AS=")),
        none.errLines());
  }
}
