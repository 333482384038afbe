package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nearfar.networks.toxiproxy.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link change that cannot be saved. */
class ReconcilerTest {
  private static final int NO_PORT = 1;

  @Test
  void aLinkChangeThatCannotBeSavedChangesNothing(@TempDir Path folder) throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    DesiredState first = LinkChange.first(spec("broadband"));
    Reconciler reconciler =
        new Reconciler(
            new Gateway("127.0.0.1", NO_PORT, ServicePort.parse("4444", 8474).route()),
            new PortProbe("127.0.0.1", NO_PORT),
            new DesiredStateFile(state),
            new Journal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
            first);
    // There is no gateway, so the cut is saved and waits for Docker.
    reconciler.change(LinkChange.of(spec("cut")));
    try (var files = Files.list(state)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(state);
    Reconciler.View before = reconciler.view();
    assertThrows(IOException.class, () -> reconciler.change(LinkChange.of(spec("lte"))));
    assertEquals(before, reconciler.view());
  }

  private static LinkSpec spec(String profile) {
    return LinkSpec.from(Map.of("PROFILE", profile));
  }
}
