package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import nearfar.common.cli.CommandContext;
import org.junit.jupiter.api.Test;

class AskTest {

  @Test
  void theHelpHasEveryWordThatSaysSomethingOfALink() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertEquals(0, new Ask().execute(new CommandContext(stream, Map.of(), "1"), "--help"));
    String help = out.toString(StandardCharsets.UTF_8);
    LinkSpec.NAMES.forEach(name -> assertTrue(help.contains(" " + name + "="), name));
  }
}
