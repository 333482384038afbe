import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    IO.print(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
