package nearfar.tests.docs;

import java.io.IOException;
import java.util.stream.Stream;
import nearfar.tests.support.ShownCommands;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The README's commands, run from its first line on: each says what the README shows. */
class ReadmeTest {
  @TestFactory
  Stream<DynamicTest> everyCommandOfTheReadmeSaysWhatIsShownBelowIt() throws IOException {
    return ShownCommands.of("README.md", 9);
  }
}
