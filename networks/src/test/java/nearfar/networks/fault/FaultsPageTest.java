package nearfar.networks.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import nearfar.networks.link.Unsupported;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/faults.md names every fault, in the words of the program. */
class FaultsPageTest {
  private static String page = "";

  @BeforeAll
  static void read() throws IOException {
    page = Files.readString(Path.of("..", "docs", "faults.md"));
  }

  static List<FaultKind> kinds() {
    return Faults.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aRowSaysHowAFaultIsWrittenAndWhatAClientSees(FaultKind kind) {
    String row = "\n| `%s` | %s | ".formatted(kind.form(), kind.example().clientSees());
    assertTrue(page.contains(row), row);
  }

  @Test
  void whatNoWayMakesIsNamed() {
    for (String name : Unsupported.names()) {
      assertTrue(page.contains("`" + name + "`"), name);
    }
  }
}
