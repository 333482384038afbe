package nearfar.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.UsageException;

/** Starts the server, waits for the shutdown signal, and closes the server. */
final class Main {

  private static final int COULD_NOT_LISTEN = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String... args) throws Exception {
    var context = new CommandContext(System.out, System.getenv(), ServerCommand.version());
    int status;
    try {
      status = new ServerCommand(Main::serve).execute(context, args);
    } catch (UsageException e) {
      status = fail(WRONG_USAGE, ServerCommand.explain(e));
    }
    if (status != 0) {
      System.exit(status);
    }
  }

  private static int serve(ServerOptions options, LogFormat format) throws InterruptedException {
    try (ShutdownSignal signal = new ShutdownSignal();
        Log log = new Log(format, new FileOutputStream(FileDescriptor.out));
        GreetingServer server = new GreetingServer(options, log)) {
      signal.expect();
      server.start();
      signal.await();
      return 0;
    } catch (UnknownHostException e) {
      return fail(WRONG_USAGE, "the host '" + options.host() + "' has no address");
    } catch (BindException e) {
      return fail(COULD_NOT_LISTEN, cannotListen(options, e) + hint(e));
    } catch (IOException e) {
      return fail(COULD_NOT_LISTEN, cannotListen(options, e));
    }
  }

  private static String cannotListen(ServerOptions options, IOException e) {
    return "cannot listen on " + options.host() + ":" + options.port() + ": " + e.getMessage();
  }

  private static String hint(BindException e) {
    return String.valueOf(e.getMessage()).contains("in use")
        ? "; end who listens there, or choose another with --port"
        : "";
  }

  private static int fail(int status, String message) {
    System.err.println("server: " + message);
    return status;
  }
}
