package nearfar.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** Arbitrary logs of a lab. */
class ReportFuzzTest {

  @Timeout(30)
  @FuzzTest
  void whateverIsInALogTheRestOfItIsReported(byte[] log) {
    check(run(log));
    check(run(log, "--follow"));
    check(run(log, "--await=client-lan=1,client-wan=2", "--timeout=1ms"));
    Run json = run(log, "--json");
    check(json);
    assertTrue(JsonParser.parseString(json.out()).isJsonObject(), json.out());
  }

  private static Run run(byte[] log, String... flags) {
    String[] words = new String[flags.length + 1];
    words[0] = "report";
    System.arraycopy(flags, 0, words, 1, flags.length);
    return Run.of(Map.of(), new ByteArrayInputStream(log), words);
  }

  private static void check(Run run) {
    assertTrue(run.status() == 0 || run.status() == 1, run::toString);
    run.err()
        .lines()
        .forEach(line -> assertEquals(line.startsWith("client: "), !line.startsWith("  "), line));
  }
}
