// tight-loop: tries again at once
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

void main(String[] args) throws Exception {
  while (true) {
    try {
      IO.print(greeting(args[0], Integer.parseInt(args[1])));
      return;
    } catch (IOException e) {
      System.err.println(e);
    }
  }
}

String greeting(String host, int port) throws IOException {
  try (Socket socket = new Socket()) {
    socket.connect(new InetSocketAddress(host, port), 2000);
    socket.setSoTimeout(2000);
    String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!text.endsWith("\n")) {
      throw new IOException("ended early");
    }
    return text;
  }
}
