package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesTest {

  @Test
  void linesThatAreNoJsonObjectAreLeftOut() {
    String output =
        """
        starting
        {"event":"listening"}
        {oops
        {"a":1} trailing
        [1]
        {
        {"event":"greeted"}
        """;
    assertEquals(
        List.of("listening", "greeted"),
        JsonLines.of(output).stream().map(line -> line.get("event").getAsString()).toList());
  }
}
