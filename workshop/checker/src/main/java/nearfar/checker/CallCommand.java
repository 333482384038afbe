package nearfar.checker;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nearfar.common.cli.Command;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class CallCommand extends Command {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(12);
  private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int USUAL_PORT = 4444;
  private static final int CROWD = 5;

  private final PrintStream out;

  CallCommand(PrintStream out) {
    super(
        Usage.of(
            "checker call",
            List.of(
                "Calls an attendee's server: until it answers, again, beside a client that stays and"
                    + " says nothing, and several at once. Prints a line for each."),
            List.of(
                Parameter.one("FROM", "What the lines begin with."),
                Parameter.one("HOST", "Where the server is."),
                Parameter.one("PORT", "At which port.")),
            List.of()));
    this.out = out;
  }

  @Override
  protected int run(ParsedArguments given) throws InterruptedException, ExecutionException {
    String from = given.argument(0, text -> text);
    String host = given.argument(1, text -> text);
    int port = given.argument(2, SeededExercise.number(Integer::valueOf));
    Call first = untilItAnswers(from, host, port);
    out.println(first.line());
    if (first.result() == Call.Result.REFUSED) {
      out.println(Call.make(from + "-usual-port", host, USUAL_PORT).line());
    }
    if (first.result() != Call.Result.GREETED) {
      return Main.PASSED;
    }
    out.println(Call.make(from + "-again", host, port).line());
    try (Socket silent = new Socket()) {
      silent.connect(new InetSocketAddress(host, port), 1000);
      out.println(Call.make(from + "-beside", host, port).line());
    } catch (IOException e) {
      out.println(new Call(from + "-beside", Call.Result.REFUSED, "").line());
    }
    crowd(from, host, port);
    return Main.PASSED;
  }

  private static Call untilItAnswers(String from, String host, int port)
      throws InterruptedException {
    long begun = System.nanoTime();
    while (true) {
      Call call = Call.make(from + "-first", host, port);
      boolean mayBeStarting =
          call.result() == Call.Result.REFUSED || call.result() == Call.Result.EMPTY;
      if (!mayBeStarting || System.nanoTime() - begun > START_NANOS) {
        return call;
      }
      LockSupport.parkNanos(AGAIN_NANOS);
    }
  }

  private void crowd(String from, String host, int port)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Call>> calls = new ArrayList<>();
      for (int i = 0; i < CROWD; i++) {
        calls.add(threads.submit(() -> Call.make(from + "-crowd", host, port)));
      }
      for (Future<Call> call : calls) {
        out.println(call.get().line());
      }
    }
  }
}
