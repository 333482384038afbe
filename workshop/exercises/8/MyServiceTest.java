// Lesson 8: a JUnit test of a service of your own, near and far, over a link that breaks.
//
// What stands here passes; your part is marked. What a test can ask for: docs/junit.md
// Run it with: make try LESSON=8

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
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
  //   new GenericContainer<>("nearfar/workshop:local")
  //       .withCopyFileToContainer(MountableFile.forHostPath("mine/3/Server.java"), "/mine/Server.java")
  //       .withCommand("java", "Server.java", "4444").withExposedPorts(4444);
  static final GenericContainer<?> SERVICE =
      new GenericContainer<>("nearfar/server:local")
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
    assertEquals("welcome", answer(lab.lanAddress()));
    assertEquals("welcome", answer(lab.wanAddress()));
  }

  // Your part: what does a client far away see while the link is cut, and what once it is healed? A test that asks for a
  // (Lab lab, Wan wan) can say wan.cut() and wan.heal(), and assertThrows what answer() throws in between.

  private static String answer(InetSocketAddress door) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(door, 2000);
      socket.setSoTimeout(2000);
      return new String(socket.getInputStream().readAllBytes()).strip();
    }
  }
}
