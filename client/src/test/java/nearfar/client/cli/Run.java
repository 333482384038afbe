package nearfar.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/** The result of a command line, run in the test's process. */
public record Run(int status, String out, String err) {

  public static Run of(String... arguments) {
    return of(Map.of(), arguments);
  }

  static Run of(Map<String, String> environment, String... arguments) {
    return of(environment, InputStream.nullInputStream(), arguments);
  }

  public static Run onInput(String input, String... arguments) {
    return of(Map.of(), new ByteArrayInputStream(input.getBytes(UTF_8)), arguments);
  }

  public static Run of(Map<String, String> environment, InputStream in, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            in,
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            environment);
    int status = Client.run(console, arguments);
    return new Run(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
