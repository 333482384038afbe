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
class LinkSpecFuzzTest {

  @Timeout(30)
  @FuzzTest
  void wordsAreReadAndPrintedAgainOrRefused(byte[] input) {
    List<String> lines = new String(input, StandardCharsets.UTF_8).lines().toList();
    Refusal.orElse(() -> LinkSpec.parse(lines), "").ifPresent(LinkSpecFuzzTest::check);
  }

  private static void check(LinkSpec words) {
    assertEquals(words, LinkSpec.from(words.toMap()));
    Refusal.orElse(() -> LinkChange.of(words), "").ifPresent(order -> survives(words));
  }

  /** What can be asked for is kept over a crash, and can be asked for again as it was kept. */
  private static void survives(LinkSpec words) {
    DesiredState sound = LinkChange.first(LinkSpec.parse(List.of("PROFILE=lte")));
    DesiredState asked = LinkChange.of(words).appliedTo(sound);
    assertEquals(asked, DesiredState.fromJson(asked.toJson()));
    String again = LinkText.of(asked.link());
    if (asked.link().name().equals(LinkSpec.CUSTOM)) {
      LinkSpec read = LinkSpec.parse(Arrays.asList(again.split(" ", -1)));
      assertEquals(asked.link(), LinkChange.of(read).link(), again);
    }
    assertEquals(Set.copyOf(asked.partitioned()), asked.withDockersPartDone().touched());
  }
}
