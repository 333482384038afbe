package nearfar.common.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestRankTest {

  @ParameterizedTest
  @CsvSource({
    "1, 50, 0",
    "1, 100, 0",
    "4, 50, 1",
    "5, 50, 2",
    "100, 99, 98",
    "100, 100, 99",
    "10, 1, 0"
  })
  void aPercentileIsASampleThatIsNotBelowThatShareOfAll(int count, double percentile, int index) {
    assertEquals(index, NearestRank.index(count, percentile));
  }
}
