package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import nearfar.networks.toxiproxy.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link change that cannot be saved, and a partition after a restart of the gateway. */
class ReconcilerTest {
  private static final int NO_PORT = 1;

  @Test
  void aLinkChangeThatCannotBeSavedChangesNothing(@TempDir Path folder) throws Exception {
    Path state = Files.createDirectory(folder.resolve("state"));
    DesiredState first = LinkChange.first(spec("broadband"));
    Reconciler reconciler = reconciler(NO_PORT, state, first);
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

  @Test
  void aRestartedGatewayEndsThePartitionAlsoWhereAFlappingLinkIsDown(@TempDir Path folder)
      throws Exception {
    try (FakeGateway gateway = new FakeGateway()) {
      Reconciler reconciler = apartAndFlapping(gateway, folder);
      do {
        reconciler.reconcile();
      } while (gateway.enabled());
      assertTrue(reconciler.view().applied());
      gateway.stop();
      reconciler.reconcile();
      gateway.start();
      reconciler.reconcile();
      assertTrue(reconciler.view().desired().dockerPending());
      assertFalse(reconciler.view().applied());
    }
  }

  @Test
  void aGatewayThatDidNotAnswerForAWhileKeepsThePartition(@TempDir Path folder) throws Exception {
    try (FakeGateway gateway = new FakeGateway()) {
      Reconciler reconciler = apart(gateway, folder, "partition:client-wan-2");
      gateway.stop();
      reconciler.reconcile();
      assertFalse(reconciler.view().applied());
      gateway.listen();
      reconciler.reconcile();
      assertTrue(reconciler.view().applied());
    }
  }

  private static Reconciler apartAndFlapping(FakeGateway gateway, Path folder) throws Exception {
    return apart(gateway, folder, "partition:client-wan-2,flapping:1s");
  }

  private static Reconciler apart(FakeGateway gateway, Path folder, String faults)
      throws Exception {
    DesiredState desired =
        LinkChange.of(LinkSpec.from(Map.of("PROFILE", "perfect", "FAULT", faults)))
            .appliedTo(LinkChange.first(spec("perfect")));
    Reconciler reconciler = reconciler(gateway.port(), folder, desired);
    reconciler.dockerDone(Duration.ZERO);
    reconciler.reconcile();
    // The gateway starts disabled, so a first comparison may be a loss, which Docker puts back.
    reconciler.dockerDone(Duration.ZERO);
    reconciler.reconcile();
    assertTrue(reconciler.view().applied(), reconciler.view().reason());
    return reconciler;
  }

  private static Reconciler reconciler(int port, Path folder, DesiredState desired) {
    return new Reconciler(
        new Gateway("127.0.0.1", port, ServicePort.parse("4444", 8474).route()),
        new PortProbe("127.0.0.1", NO_PORT),
        new DesiredStateFile(folder),
        new Journal(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)),
        desired);
  }

  private static LinkSpec spec(String profile) {
    return LinkSpec.from(Map.of("PROFILE", profile));
  }
}
