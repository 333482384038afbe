package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is wrong in a file is said with its line, its field, its value, and what is right. */
class ScenarioErrorsTest {
  private static final String GOOD =
      """
      name: line-cut
      clients: { near: 1, far: 2 }
      link: { profile: lte }
      service: { greeting: hello }
      length: 6s
      timeline:
        - { at: 2s, name: cut, link: cut }
        - { at: 4s, name: heal, link: heal }
      expect:
        - { name: before, to: cut, greeted: everyone }
        - { name: after, who: far, from: heal, greeted-within: 1s }
      control: { without: [cut, heal], fails: [after] }
      """;

  /** A line of the good file, what stands there instead, and the errors. */
  record Case(String line, String instead, List<String> errors) {
    Case(String line, String instead, String... errors) {
      this(line, instead, List.of(errors));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsSaidWithLineFieldValueAndTheNearestRightOne() {
    return Stream.of(general(), timeline(), expectations(), links(), controls())
        .flatMap(List::stream)
        .map(each -> DynamicTest.dynamicTest(each.errors().toString(), () -> check(each)));
  }

  private static List<Case> general() {
    return List.of(
        new Case("name: line-cut", "nmae: line-cut", "1: nmae: is not known; did you mean name?"),
        new Case("name: line-cut", "", "2: name: is missing"),
        new Case(
            "name: line-cut",
            "name: Line cut",
            "1: name: 'Line cut' is not a valid name: write one such as line-cut, lte-at-last"),
        new Case(
            "name: line-cut",
            "name: [line-cut]",
            "1: name: a list is not a valid name: write one such as line-cut, lte-at-last"),
        new Case(
            "length: 6s",
            "length:",
            "5: length: nothing is not a valid duration: write one such as 40ms, 1.5s"),
        new Case(
            "length: 6s",
            "length: 6",
            "5: length: '6' is not a valid duration: write one such as 40ms, 1.5s"),
        new Case(
            "length: 6s",
            "length: 1h",
            "5: length: '1h' is not a valid duration: write one such as 40ms, 1.5s"),
        new Case(
            "length: 6s",
            "length: 999s",
            "5: length: '999s' is not a valid length of a scenario (1s to 600s)"),
        new Case(
            "length: 6s",
            "length: 6s\nseed: -1",
            "6: seed: '-1' is not a valid seed (0 to 9007199254740991)"),
        new Case(
            "length: 6s",
            "length: 6s\nseed: 1.5",
            "6: seed: '1.5' is not a valid seed: write one such as 42"),
        new Case(
            "clients: { near: 1, far: 2 }",
            "clients: { near: 99, fra: 2, reads: onse, interval: 0ms }",
            "2: clients.near: '99' is not a valid number of clients (0 to 59)",
            "2: clients.fra: is not known; did you mean far?",
            "2: clients.reads: 'onse' is not a valid way to read; did you mean once?",
            "2: clients.interval: '0ms' is not from 1ms to 24h"),
        new Case(
            "clients: { near: 1, far: 2 }",
            "clients: { near: 0, far: 0 }",
            "2: clients: has no client, near or far",
            "11: expect[after].who: there are no far clients in its window"),
        new Case(
            "clients: { near: 1, far: 2 }", "clients: 3", "2: clients: '3' is not a valid clients"),
        new Case(
            "service: { greeting: hello }",
            "service: { greeting: hello, image: redis:7 }",
            "4: service: has greeting and image, and is only one of them",
            "4: service.image: goes with port alone"),
        new Case(
            "service: { greeting: hello }",
            "service: { send: PING, port: 6379 }",
            "4: service: wants one of greeting, greeting-size, image",
            "4: service.send: goes with image alone",
            "4: service.port: goes with image alone"),
        new Case(
            "service: { greeting: hello }",
            "service: { greeting-size: 1MB }",
            "4: service.greeting-size: '1MB' is not a valid size: write one such as 100kB"),
        new Case(
            "service: { greeting: hello }",
            "service: { greeting-size: 200kB }",
            "4: service.greeting-size: a greeting has 2B to 120kB, not '200kB'"));
  }

  private static List<Case> timeline() {
    String cut = "{ at: 2s, name: cut, link: cut }";
    return List.of(
        new Case(
            cut,
            "{ at: 2s, name: cut }",
            "7: timeline[cut]: wants one of link, kill, stop, start, clients"),
        new Case(
            cut,
            "{ at: 2s, name: cut, kil: server }",
            "7: timeline[cut].kil: is not known; did you mean kill?"),
        new Case(
            cut,
            "{ at: 2s, name: cut, link: cut, kill: server }",
            "7: timeline[cut]: has link and kill, and is only one of them: write one for each"),
        new Case(
            cut,
            "{ at: 2s, link: cut }",
            "7: timeline[1].name: is missing",
            "10: expect[before].to: there is no step 'cut'; known are heal",
            "12: control.without[1]: there is no step 'cut'; known are heal"),
        new Case(
            cut,
            "cut",
            "7: timeline[1]: 'cut' is not a valid step",
            "10: expect[before].to: there is no step 'cut'; known are heal",
            "12: control.without[1]: there is no step 'cut'; known are heal"),
        new Case(
            cut,
            "{ at: 6s, name: cut, link: cut }",
            "7: timeline[cut].at: '6s' is not before the end, which is at 6s"),
        new Case(
            cut,
            "{ at: 2s, name: heal, link: cut }",
            "8: timeline[heal].name: another step is also named 'heal'",
            "10: expect[before].to: there is no step 'cut'; known are heal",
            "12: control.without[1]: there is no step 'cut'; known are heal"),
        new Case(
            cut,
            "{ at: 2s, name: cut, kill: gateway }",
            "7: timeline[cut].kill: 'gateway' is not a valid part of the lab: write one such as server,"
                + " wan-gateway, client-wan-2"),
        new Case(
            cut,
            "{ at: 2s, name: cut, kill: client-wan-3 }",
            "7: timeline[cut].kill: there is no 'client-wan-3' by then; did you mean client-wan-1 or"
                + " client-wan-2 or client-lan-1?"),
        new Case(
            cut,
            "{ at: 2s, name: cut, start: server }",
            "7: timeline[cut].start: 'server' is not stopped by then"),
        new Case(
            cut,
            """
            { at: 1s, name: stop, stop: server }
              - { at: 2s, name: cut, kill: server }\
            """,
            "8: timeline[cut].kill: 'server' is stopped by then"),
        new Case(
            cut,
            "{ at: 2s, name: cut, clients: { far: 2 } }",
            "7: timeline[cut].clients.far: 2 is not more than the 2 that there are by then"),
        new Case(
            cut,
            "{ at: 2s, name: cut, clients: { far: 3, near: 3 } }",
            "7: timeline[cut].clients: has more than one field: write a step for each"));
  }

  private static List<Case> expectations() {
    String after = "{ name: after, who: far, from: heal, greeted-within: 1s }";
    return List.of(
        new Case(
            after,
            "{ name: after, who: far, from: heal }",
            "11: expect[after]: wants one of greeted, greeted-within, failures, bytes, connect-p1,"
                + " connect-p10, connect-p50, connect-p90, connect-p99, connect-p100, greeting-p1,"
                + " greeting-p10, greeting-p50, greeting-p90, greeting-p99, greeting-p100"),
        new Case(
            after,
            "{ name: after, greeting-p05: 1ms.. }",
            "11: expect[after].greeting-p05: is not known; did you mean greeting-p1 or greeting-p10"
                + " or greeting-p50?"),
        new Case(
            after,
            "{ name: after, greeted: everyone, failures: 0% }",
            "11: expect[after]: has greeted and failures, and is only one of them: write one"
                + " for each"),
        new Case(
            after,
            "{ name: after, greeted: somebody }",
            "11: expect[after].greeted: 'somebody' is not a valid share of the clients; did you mean nobody?"),
        new Case(
            after,
            "{ name: after, who: fare, failures: 0% }",
            "11: expect[after].who: 'fare' is not a valid client: write one such as near, far, all,"
                + " client-wan-2"),
        new Case(
            after,
            "{ name: after, who: [near, client-wan-9], failures: 0% }",
            "11: expect[after].who[2]: there is no 'client-wan-9' in its window; did you mean"
                + " client-wan-1 or client-wan-2 or client-lan-1?"),
        new Case(
            after,
            "{ name: before, failures: 0% }",
            "11: expect[before].name: another expectation is also named 'before'",
            "12: control.fails[1]: there is no expectation 'after'; known are before"),
        new Case(
            after,
            "{ name: after, from: hael, failures: 0% }",
            "11: expect[after].from: there is no step 'hael'; did you mean heal?"),
        new Case(
            after,
            "{ name: after, from: 2 s, failures: 0% }",
            "11: expect[after].from: '2 s' is not a valid moment: write one such as 2s, line-cut,"
                + " line-cut+500ms"),
        new Case(
            after,
            "{ name: after, from: heal, to: cut, failures: 0% }",
            "11: expect[after].to: the window from 4s to 2s has no length"),
        new Case(
            after,
            "{ name: after, from: heal, to: heal+3s, failures: 0% }",
            "11: expect[after].to: 'heal+3s' is after the end, which is at 6s"),
        new Case(
            after,
            "{ name: after, from: heal, greeted-within: 3s }",
            "11: expect[after].greeted-within: '3s' is longer than its window, which lasts 2s"),
        new Case(
            after,
            "{ name: after, failures: 20 }",
            "11: expect[after].failures: '20' is not a valid range of shares: write one such as 0%, 20%..40%,"
                + " ..5%"),
        new Case(
            after,
            "{ name: after, failures: 40%..20% }",
            "11: expect[after].failures: '40%..20%' is an empty range: write the smaller one first"),
        new Case(
            after,
            "{ name: after, failures: 120% }",
            "11: expect[after].failures: '120%' is more than 100%"),
        new Case(
            after,
            "{ name: after, failures: 20%.., reasons: [reest] }",
            "11: expect[after].reasons[1]: 'reest' is not a valid reason; did you mean reset?"),
        new Case(
            after,
            "{ name: after, bytes: 3, reasons: [reset] }",
            "11: expect[after].reasons: goes with failures alone"),
        new Case(
            after,
            "{ name: after, greeting-p50: 40ms }",
            "11: expect[after].greeting-p50: no time is ever exactly '40ms': write 40ms.. for at"
                + " least, ..40ms for at most, or two bounds"),
        new Case(
            after,
            "{ name: after, greeting-p50: 40.. }",
            "11: expect[after].greeting-p50: '40..' is not a valid range of times: write one such as 279ms..,"
                + " ..20ms, 40ms..60ms"),
        new Case(
            after,
            "{ name: after, bytes: all }",
            "11: expect[after].bytes: 'all' is not a valid number of bytes: write one such as whole, 10,"
                + " 10..20, ..90kB"));
  }

  private static List<Case> links() {
    String link = "link: { profile: lte }";
    String cut = "{ at: 2s, name: cut, link: cut }";
    return List.of(
        new Case(
            link,
            "link: { profile: geo-sattelite }",
            "3: link.profile: 'geo-sattelite' is not a valid profile; did you mean geo-satellite or"
                + " leo-satellite?"),
        new Case(link, "link: ltee", "3: link: 'ltee' is not a valid profile; did you mean lte?"),
        new Case(link, "link: [lte]", "3: link: a list is not a valid link"),
        new Case(link, "link: {}", "3: link: is empty"),
        new Case(
            link,
            "link: { loss: 2% }",
            "3: link.loss: Toxiproxy passes on streams: it has no packets to lose, reorder, copy or"
                + " spoil"),
        new Case(
            link,
            "link: { down: 40ms, jitter: 2ms, bandwith: 2mbit }",
            "3: link.jitter: is written with the delay that it belongs to: down: 200ms~20ms",
            "3: link.bandwith: is called rate: rate: 2mbit"),
        new Case(
            link,
            "link: { profile: lte, fault: resett }",
            "3: link.fault: no fault 'resett'; did you mean reset?"),
        new Case(
            cut,
            "{ at: 2s, name: cut, link: { fault: [reset@30%, loss] } }",
            "7: timeline[cut].link.fault[1]: a share of it cannot be had, Toxiproxy would still end the"
                + " spared connections with a reset in place of an orderly end; leave out @30%, or"
                + " take a share of hang, truncated, sliced or slow-close",
            "7: timeline[cut].link.fault[2]: Toxiproxy passes on streams: it has no packets to lose,"
                + " reorder, copy or spoil"),
        new Case(
            link,
            "link: { profile: lte, fault: black-hole }",
            "3: link: a lab starts with a greeting for everybody, and with FAULT=black-hole there is"
                + " none: start it without, then change it"),
        new Case(
            cut,
            "{ at: 2s, name: cut, link: { fault: 'partition:client-wan-2+client-wan-3' } }",
            "7: timeline[cut].link.fault: there is no 'client-wan-3' by then; did you mean client-wan-1 or"
                + " client-wan-2 or client-lan-1?"),
        new Case(
            link,
            "link: { down: 40 }",
            "3: link.down: '40' is not a valid delay: write one such as 40ms, 200ms~20ms"),
        new Case(
            link,
            "link: { down: 40ms~60ms }",
            "3: link.down: a jitter of 60ms is more than the delay of 40ms: nothing arrives before"
                + " it was sent"),
        new Case(
            link,
            "link: { rate: 0mbit }",
            "3: link.rate: a rate of 0bit carries nothing: leave it out for a link without a limit,"
                + " or cut the link"),
        new Case(
            cut,
            "{ at: 2s, name: cut, link: { profile: lte, down: 40ms } }",
            "7: timeline[cut].link.down: would be lost: numbers go without a profile, or with 'custom', not with 'lte'"));
  }

  private static List<Case> controls() {
    String control = "control: { without: [cut, heal], fails: [after] }";
    return List.of(
        new Case(
            control,
            "control: { without: [cut], fails: [afer, befor] }",
            "12: control.fails[1]: there is no expectation 'afer'; did you mean after?",
            "12: control.fails[2]: there is no expectation 'befor'; did you mean before?"),
        new Case(
            control,
            "control: { without: [cutt], fails: [after] }",
            "12: control.without[1]: there is no step 'cutt'; did you mean cut?"),
        new Case(control, "control: { fails: [after] }", "12: control: wants one of without, link"),
        new Case(
            control, "control: { without: [cut], link: lte }", "12: control.fails: is missing"),
        new Case(
            control, "control: { without: [], fails: [after] }", "12: control.without: is empty"),
        new Case(
            control,
            "control: { without: [cut, cut], fails: [after] }",
            "12: control.without: has an entry twice"));
  }

  private static void check(Case each) {
    String yaml = GOOD.replace(each.line(), each.instead());
    assertNotEquals(GOOD, yaml);
    assertEquals(each.errors().stream().map(error -> "x.yaml:" + error).toList(), errors(yaml));
  }

  private static List<String> errors(String yaml) {
    ScenarioErrors errors =
        assertThrows(ScenarioErrors.class, () -> ScenarioReader.read("x.yaml", yaml));
    return errors.errors().stream().map(ScenarioError::toString).toList();
  }

  @Test
  void theGoodFileIsGood() {
    Scenario scenario = ScenarioReader.read("x.yaml", GOOD);
    assertEquals(List.of("cut", "heal"), scenario.timeline().stream().map(Step::name).toList());
  }

  @Test
  void whatIsNoYamlIsSaidWithItsLine() {
    assertEquals(
        List.of("x.yaml:3: not valid YAML: expected the node content, but found '<stream end>'"),
        errors("name: x\nclients: {\n"));
  }

  @Test
  void anErrorIsOneLineAndCommandsNoTerminalWhateverItQuotes() {
    assertEquals(
        List.of(
            "x.yaml:1: not valid YAML: expected URI escape sequence of 2 hexadecimal numbers,"
                + " but found  (10) and b(98)"),
        errors("!%\nb"));
    assertEquals(
        List.of(
            "x.yaml:13:   [2J: is not known; known are name, idea, clients, link, service, seed, length,"
                + " timeline, expect, control"),
        errors(GOOD + "\"\\n\\e[2J\": 1\n"));
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertEquals(List.of("x.yaml: not valid YAML: the file is empty"), errors("# nothing\n"));
  }

  @Test
  void aFieldThatIsGivenTwiceIsSaidWithBothLines() {
    assertEquals(
        List.of("x.yaml:13: name: is given twice; first in line 1"),
        errors(GOOD + "name: again\n"));
  }

  @Test
  void anAliasIsRefusedSoThatAFewLinesCannotStandForMoreThanFitsAMachine() {
    assertEquals(
        List.of("x.yaml:2: not valid YAML: aliases (*) are not supported: write the value itself"),
        errors("a: &a [x, x]\nb: [*a, *a]\n"));
  }

  @Test
  void whatIsTooDeepOrTooLongIsRefused() {
    assertEquals(
        List.of("x.yaml:1: not valid YAML: nested deeper than 20"),
        errors("a: " + "[".repeat(5000)));
    assertEquals(
        List.of("x.yaml: 200001 characters are too many for a scenario (at most 200000)"),
        errors("#".repeat(200_001)));
  }

  @Test
  void aFileThatIsNotThereIsSaidWithItsNeighbour() {
    Path file = ScenarioFilesTest.FOLDER.resolve("flaping.yaml");
    ScenarioErrors errors = assertThrows(ScenarioErrors.class, () -> ScenarioReader.read(file));
    assertEquals(
        file + ": there is no such file; did you mean flapping.yaml?", errors.getMessage());
  }

  @Test
  void whateverStandsInAnyPlaceIsReadOrSaidToBeWrong() {
    var places = YamlFile.parse("x.yaml", GOOD).places().keySet();
    for (String pointer : new TreeSet<>(places)) {
      for (String odd :
          List.of("null", "[]", "{}", "[[1]]", "-1", "1.5", "true", "\"\"", "\"..\"")) {
        JsonElement file = replaced(pointer, JsonParser.parseString(odd));
        try {
          ScenarioReader.read("x.yaml", file.toString());
        } catch (ScenarioErrors errors) {
          assertFalse(errors.errors().isEmpty());
        } catch (RuntimeException stumbled) {
          fail("stumbled over " + odd + " at " + pointer, stumbled);
        }
      }
    }
  }

  private static JsonElement replaced(String pointer, JsonElement odd) {
    JsonElement root = YamlFile.parse("x.yaml", GOOD).root();
    if (pointer.isEmpty()) {
      return odd;
    }
    JsonElement parent = root;
    List<String> path = List.of(pointer.substring(1).split("/", -1));
    for (String part : path.subList(0, path.size() - 1)) {
      parent =
          parent instanceof JsonArray array
              ? array.get(Integer.parseInt(part))
              : parent.getAsJsonObject().get(part);
    }
    if (parent instanceof JsonArray array) {
      array.set(Integer.parseInt(path.getLast()), odd);
    } else {
      parent.getAsJsonObject().add(path.getLast(), odd);
    }
    return root;
  }
}
