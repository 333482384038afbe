package nearfar.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001b[2Jb",
        "a\u001b[31;1mb",
        "a\u001b]0;a title\u0007b",
        "a\u001b]0;a title\u001b\\b",
        "a\u009b2Jb",
        "a\u001bcb",
        "a\u001b(Bb",
        "a\u0007\u0008\u0000\u007fb",
        "ab\u001b",
        "a\rb"
      })
  void escapesAndControlCharactersAreLeftOut(String text) {
    assertEquals("ab", TerminalText.lines(text));
  }

  @Test
  void linesTabsAndLettersOfAllScriptsStay() {
    assertEquals("grüße\t→ 你好\nnext\n", TerminalText.lines("grüße\t→ 你好\r\nnext\n"));
  }
}
