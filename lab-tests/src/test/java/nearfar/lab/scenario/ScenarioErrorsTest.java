package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
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
      twin: { without: [cut, heal], fails: [after] }
      """;

  /** A line of the good file, what stands there instead, and the errors. */
  record Case(String line, String instead, List<String> errors) {
    Case(String line, String instead, String... errors) {
      this(line, instead, List.of(errors));
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongIsSaidWithLineFieldValueAndTheNearestRightOne() {
    return Stream.of(
            new Case(
                "name: line-cut", "nmae: line-cut", "1: nmae: is not known; did you mean name?"),
            new Case("name: line-cut", "", "2: name: is missing"),
            new Case(
                "name: line-cut",
                "name: Line cut",
                "1: name: 'Line cut' is no name: write one such as line-cut, lte-at-last"),
            new Case(
                "clients: { near: 1, far: 2 }",
                "clients: { near: 99, fra: 2, reads: onse, interval: 0ms }",
                "2: clients.near: '99' is no number of clients: it is 0 to 59",
                "2: clients.fra: is not known; did you mean far?",
                "2: clients.reads: 'onse' is no way to read; did you mean once?",
                "2: clients.interval: '0ms' is not from 1ms to 24h"))
        .map(each -> DynamicTest.dynamicTest(each.errors().toString(), () -> check(each)));
  }

  private static void check(Case each) {
    String yaml = GOOD.replace(each.line(), each.instead());
    ScenarioErrors errors =
        assertThrows(ScenarioErrors.class, () -> ScenarioReader.read("x.yaml", yaml));
    assertEquals(
        each.errors().stream().map(error -> "x.yaml:" + error).toList(),
        errors.errors().stream().map(ScenarioError::toString).toList());
  }

  @Test
  void theGoodFileIsGood() {
    Scenario scenario = ScenarioReader.read("x.yaml", GOOD);
    assertEquals(List.of("cut", "heal"), scenario.timeline().stream().map(Step::name).toList());
  }
}
