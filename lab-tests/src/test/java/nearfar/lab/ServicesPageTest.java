package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.testcontainers.containers.GenericContainer;

/** What docs/services.md shows: its commands are run, and its Java is that of the tests below. */
@Order(1)
class ServicesPageTest {
  private static final String PAGE = "docs/services.md";
  private static final String SEND = "GET /version HTTP/1.0\\r\\n\\r\\n";
  private static final String EXPECT = "2.12.0";

  @TestFactory
  Stream<DynamicTest> everyCommandSaysWhatIsShownBelowIt() throws IOException {
    return ShownCommands.of(PAGE, 5);
  }

  @Test
  void anImageAtTheServersPlace() throws IOException {
    Service service = new Service.Image("ghcr.io/shopify/toxiproxy:2.12.0", 8474, SEND, EXPECT);
    try (Lab lab = Lab.start(LabSettings.defaults().service(service).profile("lte"))) {
      InetSocketAddress far = lab.wanAddress();
      assertEquals("{\"version\": \"2.12.0\"}", myClient(far));
    }
  }

  @Test
  void aContainerAtTheServersPlace() throws IOException {
    try (GenericContainer<?> container =
        new GenericContainer<>("ghcr.io/shopify/toxiproxy:2.12.0").withExposedPorts(8474)) {
      Service service = new Service.Container(container, 8474, SEND, EXPECT);
      try (Lab lab = Lab.start(LabSettings.defaults().service(service).profile("geo-satellite"))) {
        assertEquals("{\"version\": \"2.12.0\"}", myClient(lab.lanAddress()));
        lab.wan().cut();
        lab.wan().heal();
        lab.awaitGreetings(1);
      }
    }
  }

  @Test
  void theJavaOfThePageIsThatOfThisClass() throws IOException {
    Path self =
        Command.sources().resolve("lab-tests/src/test/java/nearfar/lab/ServicesPageTest.java");
    String source = stripped(Files.readAllLines(self));
    String[] blocks = Files.readString(Command.sources().resolve(PAGE)).split("```java\n", -1);
    assertEquals(3, blocks.length);
    for (String block : Arrays.asList(blocks).subList(1, blocks.length)) {
      String code = stripped(block.substring(0, block.indexOf("```")).lines().toList());
      assertTrue(source.contains(code), "not in " + self + ":\n" + code);
    }
  }

  private static String stripped(List<String> lines) {
    return String.join("\n", lines.stream().map(String::strip).toList());
  }

  /** The client of somebody who never heard of the lab. */
  private static String myClient(InetSocketAddress door) throws IOException {
    try (Socket socket = new Socket(door.getAddress(), door.getPort())) {
      socket
          .getOutputStream()
          .write("GET /version HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return answer.substring(answer.indexOf("\r\n\r\n")).strip();
    }
  }
}
