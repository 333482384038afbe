package nearfar.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.UsageException;
import org.junit.jupiter.api.Timeout;

/** The server's flags and variables, one a line; {@code NEARFAR_...=} begins a variable. */
class ServerCommandFuzzTest {

  @Timeout(30)
  @FuzzTest
  void flagsAndVariablesAreTakenOrRefusedInOneLine(byte[] input) throws Exception {
    Map<String, String> variables = new HashMap<>();
    List<String> words = new ArrayList<>();
    for (String line : new String(input, StandardCharsets.UTF_8).lines().toList()) {
      String[] variable = line.split("=", 2);
      if (variable.length == 2 && variable[0].startsWith("NEARFAR_")) {
        variables.put(variable[0], variable[1]);
      } else {
        words.add(line);
      }
    }
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    List<ServerOptions> taken = new ArrayList<>();
    ServerCommand command =
        new ServerCommand((options, log) -> {
          taken.add(options);
          return 0;
        });
    try {
      assertEquals(
          0,
          command.execute(new CommandContext(out, variables, "1"), words.toArray(String[]::new)));
    } catch (UsageException refused) {
      String line = ServerCommand.explain(refused);
      assertTrue(line.length() > 10, line);
      assertTrue(line.chars().noneMatch(Character::isISOControl), line);
    }
    taken.forEach(ServerCommandFuzzTest::check);
  }

  /** What is taken is what is given again in the usual units. */
  private static void check(ServerOptions options) {
    ServerOptions again =
        new ServerOptions(
            Values.host(options.host()),
            Values.port("" + options.port()),
            Values.backlog("" + options.backlog()),
            Values.greeting(options.greeting()),
            Values.connections("" + options.maxConnections()),
            Values.bytes("" + options.drainBytes()),
            options.drainTime(),
            options.stallTime());
    assertEquals(options, again);
  }
}
