package nearfar.client.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.security.Security;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: {@code client once}, {@code client watch}, {@code client report}. */
@Command(
    name = "client",
    mixinStandardHelpOptions = true,
    versionProvider = Client.Version.class,
    description = "The greeting client: connects, receives the greeting, closes.",
    footer = {
      "",
      "Each option can also be set by a variable: --read-timeout by NEARFAR_READ_TIMEOUT."
    })
public final class Client extends ClientCommand {

  private Client(Console console) {
    super(console);
  }

  public static void main(String[] arguments) {
    // A container that comes back may have another address under the same name.
    Security.setProperty("networkaddress.cache.ttl", "0");
    Security.setProperty("networkaddress.cache.negative.ttl", "0");
    System.exit(run(Console.ofThisProcess(), arguments));
  }

  /**
   * Runs one command to its end.
   *
   * @return the exit status, as {@link ExitCode} has them
   */
  static int run(Console console, String... arguments) {
    CommandLine client = new CommandLine(new Client(console));
    client.addSubcommand(new OnceCommand(console));
    client.addSubcommand(new WatchCommand(console));
    client.addSubcommand(new ReportCommand(console));
    client.addSubcommand(new RehearseCommand(console));
    client.setDefaultValueProvider(new EnvironmentDefaults(console.environment()));
    client.setParameterExceptionHandler(new UsageErrors());
    client.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
    client.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
    int status = client.execute(arguments);
    console.out().flush();
    console.err().flush();
    return status;
  }

  @Override
  protected ExitCode run() {
    throw new IllegalArgumentException("which one: once, watch or report?");
  }

  /** The version that the jar was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Client.class.getPackage().getImplementationVersion();
      return new String[] {"nearfar client " + (version != null ? version : "(not from a jar)")};
    }
  }
}
