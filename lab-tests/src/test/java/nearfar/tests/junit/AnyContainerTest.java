package nearfar.tests.junit;

import static nearfar.lab.junit.Within.within;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Scanner;
import nearfar.lab.Client;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.Service;
import nearfar.lab.junit.Far;
import nearfar.lab.junit.LabExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.containers.GenericContainer;

/** What docs/junit.md shows of fields; {@link DocumentationTest} compares them. */
class AnyContainerTest {
  static final GenericContainer<?> SERVICE =
      new GenericContainer<>("nearfar/server:local").withEnv("NEARFAR_GREETING", "my own");

  @RegisterExtension
  static final LabExtension LAB =
      LabExtension.with(
          LabSettings.defaults()
              .service(new Service.Container(SERVICE, 4444))
              .profile("geo-satellite"));

  @AfterAll
  static void stop() {
    SERVICE.stop();
  }

  @Test
  void myServiceAnswersOverASatellite(@Far Client far) {
    within(Duration.ofSeconds(10)).client(far).isGreeted();
  }

  @Test
  void soItDoesToMyOwnClient() {
    Lab lab = LAB.lab();
    within(Duration.ofSeconds(10))
        .over(lab)
        .succeeds(
            "my greeting",
            () -> {
              try (Socket socket =
                      new Socket(lab.wanAddress().getAddress(), lab.wanAddress().getPort());
                  Scanner answer = new Scanner(socket.getInputStream(), StandardCharsets.UTF_8)) {
                return answer.nextLine();
              }
            });
  }
}
