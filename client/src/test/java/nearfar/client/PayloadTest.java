package nearfar.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

  @Test
  void textIsUtf8AndEscapesAreBytes() throws IOException {
    assertArrayEquals("GET ü\r\n\t\\n".getBytes(UTF_8), bytes("GET ü\\r\\n\\t\\\\n"));
    assertArrayEquals("\0\u00ff\nx".getBytes(ISO_8859_1), bytes("\\x00\\xFF\\x0ax"));
    assertArrayEquals("a\nb ${c} $".getBytes(UTF_8), bytes("a\nb ${c} $"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\q", "\\", "\\x1", "\\xgg"})
  void anyOtherEscapeIsQuoted(String text) {
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> Payload.parse("abc" + text));
    String message = String.valueOf(error.getMessage());
    assertTrue(message.startsWith("\"" + text.substring(0, Math.min(2, text.length()))), message);
  }

  @Test
  void aTooLongPayloadIsRejected() {
    assertEquals(16_384, Payload.parse("x".repeat(16_384)).length());
    Exception error =
        assertThrows(IllegalArgumentException.class, () -> Payload.parse("x".repeat(16_385)));
    assertEquals("16385 bytes are too many, at most 16384 can be sent", error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"PONG,+PONG,5", "aab,aaab.,4", "abcabd,abcabcabd!,9", "aa,aaa,2", "x,x,1"})
  void aMatchAcrossPiecesIsFound(String wanted, String text, int end) {
    byte[] bytes = text.getBytes(UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      Payload.Search search = Payload.parse(wanted).search();
      int taken = 0;
      for (int from = 0; from < bytes.length; from += size) {
        byte[] piece =
            java.util.Arrays.copyOfRange(bytes, from, Math.min(from + size, bytes.length));
        taken += search.advance(piece, piece.length);
      }
      assertTrue(search.found());
      assertEquals(end, taken, "in pieces of " + size);
    }
  }

  @Test
  void missingBytesAreNotFound() {
    Payload.Search search = Payload.parse("abcd").search();
    assertEquals(8, search.advance("abcabcab".getBytes(UTF_8), 8));
    assertFalse(search.found());
  }

  private static byte[] bytes(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Payload.parse(text).writeTo(out);
    return out.toByteArray();
  }
}
