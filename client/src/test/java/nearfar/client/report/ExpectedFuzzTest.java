package nearfar.client.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;

/** Arbitrary values of the option --await. */
class ExpectedFuzzTest {

  @Timeout(30)
  @FuzzTest
  void eachPartOfItCountsOrIsRefused(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    ExpectedClients expected;
    try {
      expected = ExpectedClients.parse(text);
    } catch (IllegalArgumentException refused) {
      assertEquals(IllegalArgumentException.class, refused.getClass());
      return;
    }
    assertEquals(text.split(",", -1).length, expected.clientsOfService().size());
    String printed =
        expected.clientsOfService().entrySet().stream()
            .map(part -> part.getKey() + "=" + part.getValue())
            .collect(Collectors.joining(","));
    assertEquals(expected, ExpectedClients.parse(printed));
  }
}
