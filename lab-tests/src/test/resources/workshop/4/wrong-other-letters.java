// other-letters: reads the bytes as letters of another encoding
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    IO.print(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
  }
}
