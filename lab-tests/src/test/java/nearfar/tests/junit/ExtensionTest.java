package nearfar.tests.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Tests that use the extension are run by JUnit, and what becomes of them and their labs is seen.
 */
@Order(0)
class ExtensionTest {

  @Test
  void aClassHasOneLabNestedClassesIncludedAndAnAnnotatedMethodOneOfItsOwn() {
    assertAllSucceeded(run(Cases.Annotated.class), 4);
    assertEquals(Labs.of("one"), Labs.of("two"));
    assertEquals(Labs.of("one"), Labs.of("inside"));
    assertNotEquals(Labs.of("one"), Labs.of("of its own"));
    assertEquals(0, Labs.containersLeft(Labs.of("one")));
    assertEquals(0, Labs.containersLeft(Labs.of("of its own")));
  }

  @Test
  void aLabInAStaticFieldIsSharedAndOneInAnInstanceFieldIsFresh() {
    assertAllSucceeded(run(Cases.InFields.class), 2);
    assertEquals(Labs.of("shared by one"), Labs.of("shared by two"));
    assertNotEquals(Labs.of("fresh for one"), Labs.of("fresh for two"));
    assertNotEquals(Labs.of("shared by one"), Labs.of("fresh for one"));
    for (String test : List.of("shared by one", "fresh for one", "fresh for two")) {
      assertEquals(0, Labs.containersLeft(Labs.of(test)), test);
    }
  }

  @Test
  void aFailingTestShowsTheMeasurementAndWritesTheLogsAndAReport(@TempDir Path folder)
      throws IOException {
    EngineExecutionResults results = runIn(folder, Cases.Failing.class);
    Path left = folder.resolve(Cases.Failing.class.getName().replace('$', '.') + "/refused");
    Throwable refused = failure(results, "refused");
    assertTrue(
        refused
            .getMessage()
            .contains(
                """

                  expected     client-wan-1: everyone is greeted within 700ms
                  measured     never client-wan-1
                  link         refused: every connection is refused at once, until it is healed to \
                perfect
                  calibration  down asked 0.0 ms, measured floor\
                """),
        refused.getMessage());
    assertEquals("the lab's report and logs: " + left, refused.getSuppressed()[0].getMessage());
    try (Stream<Path> files = Files.list(left)) {
      assertEquals(
          Stream.of(
                  "Failing.refused.html",
                  "Failing.refused.json",
                  "Failing.refused.xml",
                  "client-lan-1.log",
                  "client-wan-1.log",
                  "server.log",
                  "wan-control.log",
                  "wan-gateway.log")
              .toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    String failed = failure(results, "ownClient").getMessage();
    assertTrue(
        failed.contains("\n  expected     a client on the host: an answer within 300ms\n"), failed);
    assertTrue(
        failed.contains(" attempts failed in ") && failed.contains("IOException: none came\n"),
        failed);
  }

  @Test
  void aLabThatIsNotWhatItWasToldToBeIsInconclusive(@TempDir Path folder) {
    EngineExecutionResults results = runIn(folder, Cases.Squeezed.class);
    results.testEvents().assertStatistics(events -> events.aborted(1).failed(0).succeeded(0));
    String message = failure(results, "test").getMessage();
    assertTrue(
        message.startsWith("inconclusive, the lab's link is not the one asked for\n"), message);
    assertTrue(message.contains("CPU quota"), message);
    assertTrue(
        Files.exists(
            folder.resolve(
                Cases.Squeezed.class.getName().replace('$', '.') + "/test/Squeezed.test.html")));
  }

  @ParameterizedTest
  @MethodSource
  void aWrongValueIsNamedAndNothingIsStarted(Class<?> wrong, String expected) {
    String message = failure(run(wrong), "test").getMessage();
    assertTrue(message.endsWith(expected), message);
  }

  static Stream<Arguments> aWrongValueIsNamedAndNothingIsStarted() {
    return Stream.of(
        Arguments.of(Cases.TooMany.class, "60 near clients: a side's network has room for 0 to 59"),
        Arguments.of(
            Cases.UnknownProfile.class,
            "@WithLab(profile = \"ltee\"): no profile 'ltee'; did you mean lte?"),
        Arguments.of(
            Cases.LinkWithoutValue.class,
            "@WithLab(link = \"DOWN\"): write it once, as NAME=VALUE, such as DOWN=200ms~20ms"),
        Arguments.of(
            Cases.UnknownWord.class,
            "@WithLab(link = \"DOWN=40ms RATTE=2mbit\"): 'RATTE=2mbit' says nothing of a link; did you mean RATE?"),
        Arguments.of(
            Cases.NoUnit.class,
            "@WithLab(interval = \"5\"): '5' is no duration: write a number and one of the units ns, us, ms, s, such as 40ms"),
        Arguments.of(
            Cases.NoPort.class, "@WithLab(servicePort = \"0\"): '0' is not a port (1 to 65535)"),
        Arguments.of(
            Cases.NoService.class,
            "@WithLab(expect = \"PONG\"): it goes with serviceImage, which is not given"),
        Arguments.of(
            Cases.WhichClient.class,
            "which client is 'nearfar.lab.Client client'? Add either @Near or @Far to it"));
  }

  private static EngineExecutionResults run(Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute();
  }

  private static EngineExecutionResults runIn(Path folder, Class<?> tests) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("nearfar.failures.folder", folder.toString())
        .selectors(selectClass(tests))
        .execute();
  }

  private static void assertAllSucceeded(EngineExecutionResults results, int tests) {
    results.testEvents().assertStatistics(events -> events.started(tests).succeeded(tests));
  }

  private static Throwable failure(EngineExecutionResults results, String method) {
    return results
        .testEvents()
        .finished()
        .filter(event -> event.getTestDescriptor().getUniqueId().toString().contains(method + "("))
        .findFirst()
        .flatMap(event -> event.getPayload(TestExecutionResult.class))
        .flatMap(TestExecutionResult::getThrowable)
        .orElseThrow(() -> new AssertionError(method + " did not fail"));
  }
}
