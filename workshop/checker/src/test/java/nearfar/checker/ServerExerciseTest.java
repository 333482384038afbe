package nearfar.checker;

import static nearfar.checker.Exercises.SERVER;
import static nearfar.checker.SampleRuns.assertFinds;
import static nearfar.checker.SampleRuns.assertPasses;
import static nearfar.checker.SampleRuns.received;

import java.util.List;
import java.util.stream.Stream;
import nearfar.checker.Call.Result;
import org.junit.jupiter.api.Test;

class ServerExerciseTest {
  private static final int STILL_RAN = 137;

  private static List<Run> called(int status, Call... calls) {
    return List.of(received(status, "", Stream.of(calls).map(Call::line).toArray(String[]::new)));
  }

  private static Call call(String occasion, Result result) {
    return new Call(occasion, result, result == Result.GREETED ? "hello\n" : "");
  }

  @Test
  void aServerThatGreetsEachClientPasses() {
    assertPasses(
        SERVER,
        called(
            STILL_RAN,
            call("near-first", Result.GREETED),
            call("far-during-silent", Result.GREETED)));
  }

  @Test
  void whatAServerDoesWrongIsDistinguished() {
    Call greeted = call("near-first", Result.GREETED);
    assertFinds("one-client-only", SERVER, called(0, greeted));
    assertFinds(
        "one-client-only", SERVER, called(STILL_RAN, greeted, call("near-again", Result.REFUSED)));
    assertFinds("ends-at-once", SERVER, called(0, call("near-first", Result.REFUSED)));
    assertFinds("crashes", SERVER, called(1, call("near-first", Result.REFUSED)));
    assertFinds("only-loopback", SERVER, called(STILL_RAN, call("near-first", Result.REFUSED)));
    assertFinds(
        "own-port",
        SERVER,
        called(
            STILL_RAN,
            call("near-first", Result.REFUSED),
            call("near-default-port", Result.GREETED)));
    assertFinds("never-closes", SERVER, called(STILL_RAN, call("near-first", Result.NO_END)));
    assertFinds("says-nothing", SERVER, called(STILL_RAN, call("near-first", Result.SILENT)));
    assertFinds("says-nothing", SERVER, called(STILL_RAN, call("near-first", Result.EMPTY)));
    Call waiting = call("near-during-silent", Result.SILENT);
    assertFinds("waits-for-one", SERVER, called(STILL_RAN, greeted, waiting));
    assertFinds("waits-for-one", SERVER, called(1, greeted, waiting));
    assertFinds(
        "no-line-feed", SERVER, called(STILL_RAN, new Call("near-first", Result.GREETED, "hello")));
  }
}
