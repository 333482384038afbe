// own-address: takes the port that it is given, and a host of its own
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket("server", Integer.parseInt(args[1]))) {
    IO.print(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
