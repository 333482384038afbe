package nearfar.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Starts the server, waits for the signal to end, and closes it. */
final class Main {

  private static final int COULD_NOT_LISTEN = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String... args) throws InterruptedException {
    CommandLine commandLine = ServerCommand.commandLine(System.getenv());
    try {
      commandLine.parseArgs(args);
    } catch (ParameterException e) {
      fail(WRONG_USAGE, ServerCommand.explain(e, args));
    }
    if (!CommandLine.printHelpIfRequested(commandLine.getParseResult())) {
      serve(commandLine.getCommand());
    }
  }

  private static void serve(ServerCommand command) throws InterruptedException {
    ServerOptions options = command.options();
    try (Ending ending = new Ending();
        Log log = new Log(command.log, new FileOutputStream(FileDescriptor.out));
        GreetingServer server = new GreetingServer(options, log)) {
      ending.expect();
      server.start();
      ending.await();
    } catch (UnknownHostException e) {
      fail(WRONG_USAGE, "the host '" + options.host() + "' has no address");
    } catch (BindException e) {
      fail(COULD_NOT_LISTEN, cannotListen(options, e) + hint(e));
    } catch (IOException e) {
      fail(COULD_NOT_LISTEN, cannotListen(options, e));
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

  private static void fail(int status, String message) {
    System.err.println("server: " + message);
    System.exit(status);
  }
}
