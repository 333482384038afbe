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
import nearfar.common.units.Port;

final class CallCommand extends Command {
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(12);
  private static final long AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int DEFAULT_PORT = 4444;
  private static final int PARALLEL_CALLS = 5;

  private final PrintStream out;

  CallCommand(PrintStream out) {
    super(
        Usage.of(
            "checker call",
            List.of(
                "Connects to an attendee's server: until it answers, again, while a silent client stays"
                    + " connected, and several times at once. Prints a line for each."),
            List.of(
                Parameter.one("FROM", "The first word of each line."),
                Parameter.one("HOST", "The host of the server."),
                Parameter.one("PORT", "The port of the server.")),
            List.of()));
    this.out = out;
  }

  @Override
  protected int run(ParsedArguments given) throws InterruptedException, ExecutionException {
    String from = given.argument(0, text -> text);
    String host = given.argument(1, text -> text);
    int port = given.argument(2, Port::parse);
    Call first = untilItAnswers(from, host, port);
    out.println(first.line());
    if (first.result() == Call.Result.REFUSED) {
      out.println(Call.make(from + "-default-port", host, DEFAULT_PORT).line());
    }
    if (first.result() != Call.Result.GREETED) {
      return Main.PASSED;
    }
    out.println(Call.make(from + "-again", host, port).line());
    try (Socket silent = new Socket()) {
      silent.connect(new InetSocketAddress(host, port), 1000);
      out.println(Call.make(from + "-during-silent", host, port).line());
    } catch (IOException e) {
      out.println(new Call(from + "-during-silent", Call.Result.REFUSED, "").line());
    }
    callInParallel(from, host, port);
    return Main.PASSED;
  }

  private static Call untilItAnswers(String from, String host, int port)
      throws InterruptedException {
    long began = System.nanoTime();
    while (true) {
      Call call = Call.make(from + "-first", host, port);
      boolean mayBeStarting =
          call.result() == Call.Result.REFUSED || call.result() == Call.Result.EMPTY;
      if (!mayBeStarting || System.nanoTime() - began > START_NANOS) {
        return call;
      }
      LockSupport.parkNanos(AGAIN_NANOS);
    }
  }

  private void callInParallel(String from, String host, int port)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Call>> calls = new ArrayList<>();
      for (int i = 0; i < PARALLEL_CALLS; i++) {
        calls.add(threads.submit(() -> Call.make(from + "-parallel", host, port)));
      }
      for (Future<Call> call : calls) {
        out.println(call.get().line());
      }
    }
  }
}
