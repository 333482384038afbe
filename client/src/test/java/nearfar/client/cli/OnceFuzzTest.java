package nearfar.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nearfar.client.Loopback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** Arbitrary flags and variables, one a line, with a server that greets. */
class OnceFuzzTest {
  private static Loopback server;

  @BeforeAll
  static void greet() throws IOException {
    server = Loopback.greeting("hello\n");
  }

  @AfterAll
  static void close() throws IOException {
    server.close();
  }

  @Timeout(30)
  @FuzzTest
  void flagsAndVariablesAreTakenOrRefusedInOneLine(byte[] input) {
    Map<String, String> variables = new HashMap<>();
    List<String> words = new ArrayList<>(List.of("once", "127.0.0.1", "" + server.port()));
    for (String line : new String(input, StandardCharsets.UTF_8).lines().toList()) {
      String[] variable = line.split("=", 2);
      if (variable.length == 2 && variable[0].startsWith("NEARFAR_")) {
        variables.put(variable[0], variable[1]);
      } else {
        words.add(line);
      }
    }
    Run run = Run.of(variables, InputStream.nullInputStream(), words.toArray(String[]::new));
    String complaint = run.err().strip();
    assertEquals(run.status() == 0, complaint.isEmpty(), complaint);
    assertTrue(complaint.chars().noneMatch(Character::isISOControl), complaint);
    assertTrue(run.status() == 0 || complaint.startsWith("client"), complaint);
  }
}
