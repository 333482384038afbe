package nearfar.tests.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nearfar.tests.support.Command;
import org.junit.jupiter.api.Test;

/** Output of third-party images reaches the terminal without control characters. */
class ControlCharactersTest {
  private static final String ESCAPES =
      "\\033]0;title\\007\\033[31mred\\033[0m\\r\\302\\233H\\tä\\n";
  private static final String PRINTED = "]0;title[31mred[0mH\tä\n";

  @Test
  void theLogOfAServerThatDoesNotStayUpIsPrintedWithoutThem() {
    assertEquals(
        "status 0\n    | the server ended again and again; the end of its log:\n    | " + PRINTED,
        run(
            """
            . scripts/lib/docker.sh
            . scripts/lab/service.sh
            docker() {
              case $1 in
                ps) echo 1234 ;;
                inspect) echo 5 ;;
                logs) printf "$ESCAPES" ;;
              esac
            }
            LAB=test SERVICE_IMAGE=third:party
            print_last_log
            """));
  }

  @Test
  void theUserOfAnImageIsPrintedWithoutThem() {
    assertEquals(
        "status 0\n" + PRINTED,
        run(
            """
            . scripts/lib/docker.sh
            . scripts/lab/service.sh
            docker() { printf "$ESCAPES"; }
            SERVICE_IMAGE=third:party
            service_runs_as
            """));
  }

  @Test
  void theOutputOfABackgroundCommandThatFailedIsPrintedWithoutThem() {
    assertEquals(
        "status 0\n    | " + PRINTED,
        run(
            """
            broken() { printf "$ESCAPES"; return 1; }
            keep_logs
            (busy lab 'a test' broken broken) 2>&1 | sed '/✘/,$d'
            """));
  }

  @Test
  void anErrorIsPrintedWithoutThem() {
    assertEquals("status 1\n  ✘ " + PRINTED, run("fail 1 \"$(printf \"$ESCAPES\")\""));
  }

  private static String run(String script) {
    return Command.of("sh", "-euc", ". scripts/lib/lib.sh\n" + script)
        .with("ESCAPES", ESCAPES)
        .run()
        .toString();
  }
}
