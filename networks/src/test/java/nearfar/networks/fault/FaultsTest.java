package nearfar.networks.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none",
        "refused",
        "cut",
        "black-hole",
        "hang",
        "hang@30%",
        "reset",
        "reset:10",
        "truncated:0",
        "truncated:10@0.5%",
        "sliced:100/250us",
        "slow-close:1.5s@99%",
        "flapping:2s",
        "flapping:2s~200ms",
        "partition:client-wan-2+client-wan-3",
        "sliced:1/5ms,slow-close:1s,flapping:2s,partition:client-wan-1"
      })
  void whatIsReadIsPrintedAgain(String text) {
    assertEquals(text, Faults.parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sliced                             | sliced:1/5ms",
        "sliced:8                           | sliced:8/5ms",
        "hang@100%                          | hang",
        "flapping:1m~0.1m                    | flapping:60s~6s",
        "sliced, slow-close:1000ms          | sliced:1/5ms,slow-close:1s",
        "partition:client-wan-3+client-wan-2 | partition:client-wan-2+client-wan-3",
      })
  void whatIsLeftOutIsFilledIn(String text, String whole) {
    assertEquals(whole, Faults.parse(text).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "slized            | no fault 'slized'; did you mean sliced",
        "\"\"                | known are refused",
        "sliced,           | known are refused",
        "truncated         | wants a number of bytes, such as FAULT=truncated:10",
        "truncated:ten     | 'ten' is no number of bytes",
        "truncated:-1      | '-1' is no number of bytes",
        "truncated:99999999999 | '99999999999' is no number of bytes",
        "reset:0           | whole number from 1",
        "reset@30%         | a share of it cannot be had, Toxiproxy would still end",
        "reset:5@30%       | a share of it cannot be had, Toxiproxy would still end",
        "refused@30%       | leave out @30%, or take a share of hang",
        "flapping:2s@30%   | a share of it cannot be had",
        "refused:5         | refused takes no value",
        "hang:5s           | for a delay write DOWN=5s",
        "hang@30           | '@30' is no share of the connections; write it as @30%",
        "hang@0%           | more than 0% and at most 100%",
        "hang@101%         | more than 0% and at most 100%",
        "sliced:1/0ms      | the kernel joins them again",
        "sliced:1/5        | '5' is no duration",
        "slow-close        | wants a duration, such as FAULT=slow-close:2s",
        "slow-close:2d     | '2d' is no duration",
        "slow-close:2h     | an end that is 7200s late cannot be had; give 1ms to 3600s",
        "flapping          | wants a period, such as FAULT=flapping:2s~200ms",
        "flapping:50ms     | give 200ms to 3600s",
        "flapping:400ms~160ms | of each half 50ms have to be left",
        "partition         | wants clients",
        "partition:client-lan-1 | 'client-lan-1' is no far client",
        "loss:1%           | it has no packets to lose",
        "LOSS:1%           | it has no packets to lose",
        "reorder           | it has no packets",
        "udp               | no UDP",
        "handshake:100ms   | connecting never takes longer here",
        "connect_delay     | connecting never takes longer here",
      })
  void whatIsWrongIsNamedWithTheWayOut(String text, String why) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Faults.parse(text)).getMessage());
    assertTrue(message.startsWith("FAULT="), message);
    assertTrue(message.contains(why), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "refused,sliced       | whether a client gets a connection|in what pieces data comes",
        "reset,truncated:5    | how much data comes|how much data comes",
        "reset:5,slow-close:1s | how a connection ends|how a connection ends",
        "hang,hang@50%        | how long data waits|how long data waits",
        "flapping:2s,cut      | whether a client gets|whether a client gets",
      })
  void twoThatDecideTheSameAreRefusedTogether(String text, String one, String other) {
    String message =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> Faults.parse(text)).getMessage());
    assertTrue(message.contains(one) || message.contains(other), message);
  }

  @Test
  void everyKindSaysInOneSentenceWhatAClientSees() {
    for (FaultKind kind : Faults.kinds()) {
      String sentence = kind.example().clientSees();
      assertFalse(
          sentence.isBlank() || sentence.contains(". ") || sentence.endsWith("."), sentence);
      assertTrue(kind.form().startsWith(kind.name()), kind.form());
      assertEquals(
          kind.example(), Faults.parse(kind.example().word()).all().getFirst(), kind.name());
    }
  }
}
