package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import nearfar.common.cli.CommandContext;
import nearfar.common.cli.UsageException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationPortsTest {

  @ParameterizedTest
  @ValueSource(strings = {"FAULT=reset", "FAULT=flapping:2s SEED=7", "PROFILE=cut", ""})
  void wordsThatMakeNoLinkAreNamedAsTheyWereGiven(String spec) {
    UsageException wrong =
        assertThrows(
            UsageException.class,
            () ->
                new CalibrationPorts.Open()
                    .execute(new CommandContext(System.out, Map.of(), "1"), spec));
    assertEquals(
        "'%s' is no link that could be measured: give a profile, or numbers".formatted(spec),
        wrong.getMessage());
  }
}
