package nearfar.common.units;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "65536, 65536",
    "31B, 31",
    "1kB, 1000",
    "2KB, 2000",
    "1KiB, 1024",
    "1.5KiB, 1536",
    "0.001MB, 1000",
    "64MiB, 67108864",
    "1.5GB, 1500000000",
    "0.000000001GB, 1",
    "1024GiB, 1099511627776"
  })
  void aNumberOfBytesIsReadExactlyInEveryUnit(String text, long bytes) {
    assertEquals(bytes, ByteText.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "MiB", "-1", "+1", "64 MiB", " 1", ".5KiB", "1.kB", "1e3", "1,5MB", "1TB", "1mb", "1kiB"
      })
  void otherTextIsNotANumberOfBytes(String text) {
    assertNull(ByteText.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.5", "0.3KiB", "1.0000001MB", "999999999999999999KiB"})
  void aFractionOfAByteOrATooLargeNumberIsNotRounded(String text) {
    assertThrows(ArithmeticException.class, () -> ByteText.read(text));
  }
}
