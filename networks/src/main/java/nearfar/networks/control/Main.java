package nearfar.networks.control;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import nearfar.networks.profile.ProfilesCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code wan-control}. */
@Command(
    name = "wan-control",
    description = "Keeps the link of the lab's gateway as asked.",
    mixinStandardHelpOptions = true,
    version = "wan-control 0.1.0",
    subcommands = {
      Serve.class,
      Ask.class,
      Await.class,
      Done.class,
      Show.class,
      Check.class,
      ProfilesCommand.class,
      CalibrationDoors.class,
      PeerCommand.class,
      ProbeCommand.class,
      HoleCommand.class,
      ApartCommand.class,
      Rehearse.class
    })
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.setOut(utf8(FileDescriptor.out, false));
    System.setErr(utf8(FileDescriptor.err, true));
    // The gateway's address may be another one after each of its restarts.
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    int status = commandLine().execute(arguments);
    System.out.flush();
    System.exit(status);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler(
            (wrong, given) -> ExitCode.WRONG_USAGE.because(wrong.getMessage()))
        .setExecutionExceptionHandler((failed, command, given) ->
            (failed instanceof IllegalArgumentException ? ExitCode.WRONG_USAGE : ExitCode.FAILED)
                .because(failed.getMessage()));
  }

  private static PrintStream utf8(FileDescriptor stream, boolean autoFlush) {
    return new PrintStream(new FileOutputStream(stream), autoFlush, StandardCharsets.UTF_8);
  }
}
