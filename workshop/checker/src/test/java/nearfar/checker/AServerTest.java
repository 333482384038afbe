package nearfar.checker;

import static nearfar.checker.Exercises.A_SERVER;
import static nearfar.checker.Judged.assertFinds;
import static nearfar.checker.Judged.assertPasses;
import static nearfar.checker.Judged.heard;

import java.util.List;
import java.util.stream.Stream;
import nearfar.checker.Call.Result;
import org.junit.jupiter.api.Test;

class AServerTest {
  private static final int STILL_RAN = 137;

  private static List<Run> called(int status, Call... calls) {
    return List.of(heard(status, "", Stream.of(calls).map(Call::line).toArray(String[]::new)));
  }

  private static Call call(String occasion, Result result) {
    return new Call(occasion, result, result == Result.GREETED ? "hello\n" : "");
  }

  @Test
  void aServerThatGreetsEverybodyPasses() {
    assertPasses(
        A_SERVER,
        called(STILL_RAN, call("near-first", Result.GREETED), call("far-beside", Result.GREETED)));
  }

  @Test
  void whatAServerDoesWrongIsToldApart() {
    Call greeted = call("near-first", Result.GREETED);
    assertFinds("one-client-only", A_SERVER, called(0, greeted));
    assertFinds(
        "one-client-only",
        A_SERVER,
        called(STILL_RAN, greeted, call("near-again", Result.REFUSED)));
    assertFinds("ends-at-once", A_SERVER, called(0, call("near-first", Result.REFUSED)));
    assertFinds("crashes", A_SERVER, called(1, call("near-first", Result.REFUSED)));
    assertFinds("only-loopback", A_SERVER, called(STILL_RAN, call("near-first", Result.REFUSED)));
    assertFinds(
        "own-port",
        A_SERVER,
        called(
            STILL_RAN,
            call("near-first", Result.REFUSED),
            call("near-usual-port", Result.GREETED)));
    assertFinds("never-closes", A_SERVER, called(STILL_RAN, call("near-first", Result.NO_END)));
    assertFinds("says-nothing", A_SERVER, called(STILL_RAN, call("near-first", Result.SILENT)));
    assertFinds("says-nothing", A_SERVER, called(STILL_RAN, call("near-first", Result.EMPTY)));
    Call waiting = call("near-beside", Result.SILENT);
    assertFinds("waits-for-one", A_SERVER, called(STILL_RAN, greeted, waiting));
    assertFinds("waits-for-one", A_SERVER, called(1, greeted, waiting));
    assertFinds(
        "no-line-feed",
        A_SERVER,
        called(STILL_RAN, new Call("near-first", Result.GREETED, "hello")));
  }
}
