package nearfar.networks.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import nearfar.networks.Refusal;
import org.junit.jupiter.api.Timeout;

/** Numbers of a link, as typed. */
class LinkFuzzTest {

  @Timeout(30)
  @FuzzTest
  void aNumberIsReadAndPrintedAgainOrNamed(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Refusal.orElse(() -> Durations.parse(text), text)
        .ifPresent(read -> assertEquals(read, Durations.parse(Durations.format(read))));
    Refusal.orElse(() -> Rate.parse(text), "")
        .ifPresent(read -> assertEquals(read, Rate.parse(read.toString())));
    Refusal.orElse(() -> Impairment.parse(text, null), "")
        .ifPresent(read -> {
          String printed = read.toString().replace(" ±", "~");
          assertEquals(read, Impairment.parse(printed, null));
        });
  }
}
