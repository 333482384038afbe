// only-loopback: binds 127.0.0.1
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  byte[] greeting = "welcome to my own server\n".getBytes(StandardCharsets.UTF_8);
  InetAddress address = InetAddress.getByName("127.0.0.1");
  try (ServerSocket server = new ServerSocket(Integer.parseInt(args[0]), 50, address)) {
    while (true) {
      try (Socket connection = server.accept()) {
        connection.getOutputStream().write(greeting);
      }
    }
  }
}
