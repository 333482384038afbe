package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nearfar.networks.Refusal;
import org.junit.jupiter.api.Timeout;

/** What is asked of the link, a word a line. */
class LinkWordsFuzzTest {

  @Timeout(30)
  @FuzzTest
  void wordsAreReadAndPrintedAgainOrRefused(byte[] input) {
    List<String> lines = new String(input, StandardCharsets.UTF_8).lines().toList();
    Refusal.orElse(() -> LinkWords.parse(lines), "").ifPresent(LinkWordsFuzzTest::check);
  }

  private static void check(LinkWords words) {
    assertEquals(words, LinkWords.from(words.toMap()));
    Refusal.orElse(() -> Order.of(words), "").ifPresent(order -> survives(words));
  }

  /** What can be asked for is kept over a crash, and can be asked for again as it was kept. */
  private static void survives(LinkWords words) {
    Asked sound = Order.first(LinkWords.parse(List.of("PROFILE=lte")));
    Asked asked = Order.of(words).appliedTo(sound);
    assertEquals(asked, Asked.fromJson(asked.toJson()));
    String again = LinkInWords.of(asked.link());
    if (asked.link().name().equals(LinkWords.CUSTOM)) {
      LinkWords read = LinkWords.parse(Arrays.asList(again.split(" ", -1)));
      assertEquals(asked.link(), Order.of(read).link(), again);
    }
    assertEquals(Set.copyOf(asked.partitioned()), asked.settled().touched());
  }
}
