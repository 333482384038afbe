package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkChangeTest {

  private static LinkSpec spec(String profile, String down, String up, String rate) {
    return new LinkSpec(profile, down, up, rate, "", "", "", "");
  }

  private static String wrong(LinkSpec spec) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> LinkChange.of(spec)).getMessage());
  }

  @Test
  void numbersWithoutAProfileAreACustomLink() {
    assertEquals(
        "custom: down 200ms ±20ms 2mbit, up 40ms 2mbit, per connection",
        LinkChange.first(spec("", "200ms~20ms", "40ms", "2mbit")).summary());
  }

  @Test
  void aRateOfOneDirectionWinsOverTheRateOfBoth() {
    assertEquals(
        "custom: down 0ms 2mbit, up 0ms 80kbit, per connection",
        LinkChange.first(new LinkSpec("custom", "", "", "2mbit", "", "80kbit", "", "")).summary());
  }

  @Test
  void customWithoutNumbersIsAnErrorThatShowsSome() {
    assertTrue(wrong(spec("custom", "", "", "")).contains("DOWN=200ms~20ms UP=40ms RATE=2mbit"));
  }

  @Test
  void numbersBesideAnotherProfileAreNotLostSilently() {
    assertEquals(
        "DOWN, RATE would be lost: numbers go with PROFILE=custom, not with 'lte'",
        wrong(spec("lte", "20ms", "", "2mbit")));
    assertTrue(wrong(spec("cut", "20ms", "", "")).startsWith("DOWN would be lost"));
  }

  @ParameterizedTest
  @CsvSource({
    "cutt, cut",
    "heel, heal",
    "refuse, refused",
    "costum, custom",
    "brodband, broadband"
  })
  void aMisspeltOrderIsAnErrorWithTheNearestWord(String misspelt, String meant) {
    String message = wrong(spec(misspelt, "", "", ""));
    assertTrue(message.contains("did you mean " + meant), message);
  }

  @ParameterizedTest
  @CsvSource({"DOWN, 20, '', ''", "UP, '', 1ms~2ms, ''", "RATE, '', '', fast"})
  void aBadNumberIsAnErrorThatNamesItsVariable(
      String variable, String down, String up, String rate) {
    String message = wrong(spec("custom", down, up, rate));
    assertTrue(message.startsWith(variable + ": "), message);
  }

  @ParameterizedTest
  @CsvSource({
    "PROFIL=lte, did you mean PROFILE",
    "JITTER=3ms, DOWN=200ms~20ms",
    "LOSS=1%, LOSS: Toxiproxy passes on streams",
    "COLOUR=red, known are PROFILE",
    "PROFILE, write it once"
  })
  void aWordThatSaysNothingOfALinkIsAnError(String word, String hint) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> LinkSpec.parse(List.of(word)))
            .getMessage();
    assertTrue(message.contains(hint), message);
  }

  @Test
  void aWordThatIsGivenTwiceIsAnError() {
    assertThrows(
        IllegalArgumentException.class,
        () -> LinkSpec.parse(List.of("PROFILE=lte", "PROFILE=broadband")));
  }

  @Test
  void aLabDoesNotStartWithAnOrderThatIsNoLink() {
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> LinkChange.first(spec("cut", "", "", "")))
                .getMessage());
    assertTrue(message.contains("'cut'"), message);
  }

  private static LinkSpec parse(String... spec) {
    return LinkSpec.parse(List.of(spec));
  }

  private static DesiredState desired(DesiredState present, String... spec) {
    return LinkChange.of(parse(spec)).appliedTo(present);
  }

  @Test
  void aFaultAloneKeepsTheLinkAndReplacesTheFaults() {
    DesiredState sliced =
        desired(LinkChange.first(parse("PROFILE=lte", "FAULT=slow-close:1s")), "FAULT=sliced");
    assertEquals("lte", sliced.link().name());
    assertEquals("sliced:1/5ms", sliced.faults().toString());
    assertEquals("none", desired(sliced, "FAULT=none").faults().toString());
    assertEquals("none", desired(sliced, "PROFILE=heal").faults().toString());
  }

  @Test
  void aProfileIsAWholeNewLinkUnlessFaultsStandBesideIt() {
    DesiredState hanging = desired(LinkChange.first(parse("PROFILE=lte")), "FAULT=hang");
    assertEquals("none", desired(hanging, "PROFILE=broadband").faults().toString());
    assertEquals("hang", desired(hanging, "DOWN=5ms", "FAULT=hang").faults().toString());
    assertEquals("lte", desired(desired(hanging, "PROFILE=cut"), "PROFILE=heal").link().name());
  }

  @Test
  void cutAndRefusedAreFaultsAsWellAsProfiles() {
    DesiredState present = LinkChange.first(parse("PROFILE=lte"));
    assertTrue(desired(present, "PROFILE=cut").sameLinkAs(desired(present, "FAULT=cut")));
    assertTrue(desired(present, "PROFILE=refused").sameLinkAs(desired(present, "FAULT=refused")));
  }

  @Test
  void aSeedThatIsDrawnStaysWhenTheSameIsAskedAgain() {
    DesiredState present = LinkChange.first(parse("PROFILE=lte", "FAULT=flapping:2s"));
    assertEquals(present.faults(), desired(present, "FAULT=flapping:2s").faults());
    DesiredState chosen = desired(present, "FAULT=flapping:2s", "SEED=4711");
    assertTrue(chosen.summary().endsWith("seed 4711"), chosen.summary());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PROFILE=cut FAULT=sliced | FAULT=sliced would be lost",
        "SEED=4711                | SEED=4711: say also what link",
        "PROFILE=lte SEED=4711    | SEED=4711 would be lost: nothing is drawn for a link without faults",
        "PROFILE=heal SEED=4711   | leave it out, or ask for what is drawn, such as FAULT=flapping:2s~200ms",
        "FAULT=hang SEED=x        | SEED=x is no seed",
        "FAULT=slow-close:1.5ms   | whole milliseconds",
        "HANDSHAKE=50ms           | connecting never takes longer here",
        "CONNECT_DELAY=50ms       | connecting never takes longer here",
        "UDP=yes                  | no UDP",
      })
  void whatWouldBeLostOrCannotBeHadIsAnError(String spec, String reason) {
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> LinkChange.of(parse(spec.split(" ", -1))))
                .getMessage());
    assertTrue(message.contains(reason), message);
  }

  @Test
  void aLabDoesNotStartWithAFaultOverWhichNobodyIsGreeted() {
    for (String fault : List.of("reset", "hang", "black-hole", "partition:client-wan-1")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> LinkChange.first(parse("PROFILE=lte", "FAULT=" + fault)),
          fault);
    }
    assertEquals(
        "hang@30%", LinkChange.first(parse("PROFILE=lte", "FAULT=hang@30%")).faults().toString());
  }
}
