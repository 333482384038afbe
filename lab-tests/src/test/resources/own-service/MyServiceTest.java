// Lesson 8, solved: the service is back once the line is.

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.Service;
import nearfar.lab.Wan;
import nearfar.lab.junit.LabExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.MountableFile;

class MyServiceTest {
  // The service: any container that answers at a port. This one is the lab's own, with another greeting. What you wrote
  // for lesson 3 is
  //   new GenericContainer<>("nearfar/workshop:0.1.0")
  //       .withCopyFileToContainer(MountableFile.forHostPath("mine/3/Server.java"), "/mine/Server.java")
  //       .withCommand("java", "Server.java", "4444").withExposedPorts(4444);
  static final GenericContainer<?> SERVICE =
      new GenericContainer<>("nearfar/server:0.1.0")
          .withEnv("NEARFAR_GREETING", "welcome")
          .withExposedPorts(4444);

  @RegisterExtension
  static final LabExtension LAB =
      LabExtension.with(
          LabSettings.defaults().service(new Service.Container(SERVICE, 4444)).profile("lte"));

  @AfterAll
  static void stop() {
    SERVICE.stop();
  }

  @Test
  void itAnswersNearAndFar(Lab lab) throws IOException {
    assertEquals("welcome", answer(lab.lanDoor()));
    assertEquals("welcome", answer(lab.wanDoor()));
  }

  @Test
  void itIsBackOnceTheLineIs(Lab lab, Wan wan) throws IOException {
    wan.cut();
    assertThrows(SocketTimeoutException.class, () -> answer(lab.wanDoor()));
    wan.heal();
    assertEquals("welcome", answer(lab.wanDoor()));
  }

  private static String answer(InetSocketAddress door) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(door, 2000);
      socket.setSoTimeout(2000);
      return new String(socket.getInputStream().readAllBytes()).strip();
    }
  }
}
