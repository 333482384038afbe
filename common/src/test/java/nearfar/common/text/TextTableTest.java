package nearfar.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void columnsAreAlignedAndLinesEndWithoutSpaces() {
    assertEquals(
        List.of("NAME    MS  NOTE", "lan    0.3     a", "wan   31.2"),
        TextTable.lines(
                List.of(
                    List.of("NAME", "MS", "NOTE"),
                    List.of("lan", "0.3", "a"),
                    List.of("wan", "31.2", "")),
                1)
            .stream()
            .toList());
  }

  @Test
  void noRowsAreNoLines() {
    assertEquals(List.of(), TextTable.lines(List.of(), 1));
  }
}
