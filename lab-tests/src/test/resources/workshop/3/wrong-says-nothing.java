// says-nothing: waits for a word of the client before it greets
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  byte[] greeting = "welcome to my own server\n".getBytes(StandardCharsets.UTF_8);
  try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]))) {
    while (true) {
      try (Socket connection = server.accept()) {
        connection.getInputStream().read();
        connection.getOutputStream().write(greeting);
      }
    }
  }
}
