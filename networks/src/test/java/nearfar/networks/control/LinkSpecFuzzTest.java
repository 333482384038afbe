package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import nearfar.networks.Refusal;
import org.junit.jupiter.api.Timeout;

/** A link specification, one variable a line. */
class LinkSpecFuzzTest {

  @Timeout(30)
  @FuzzTest
  void wordsAreReadAndPrintedAgainOrRefused(byte[] input) {
    List<String> lines = new String(input, StandardCharsets.UTF_8).lines().toList();
    Refusal.orElse(() -> LinkSpec.parse(lines), "").ifPresent(LinkSpecFuzzTest::check);
  }

  private static void check(LinkSpec spec) {
    assertEquals(spec, LinkSpec.from(spec.toMap()));
    Refusal.orElse(() -> LinkChange.of(spec), "").ifPresent(change -> survives(spec));
  }

  /** A valid change survives a crash, and its text requests the same link again. */
  private static void survives(LinkSpec spec) {
    DesiredState sound = LinkChange.first(LinkSpec.parse(List.of("PROFILE=lte")));
    DesiredState desired = LinkChange.of(spec).appliedTo(sound);
    assertEquals(desired, DesiredState.fromJson(desired.toJson()));
    String text = LinkText.of(desired.link());
    if (desired.link().name().equals(LinkSpec.CUSTOM)) {
      LinkSpec read = LinkSpec.parse(Arrays.asList(text.split(" ", -1)));
      assertEquals(desired.link(), LinkChange.of(read).link(), text);
    }
    assertEquals(Set.copyOf(desired.partitioned()), desired.withDockerDone().touched());
  }
}
