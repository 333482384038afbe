// extra-words: says more than the greeting
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    IO.println("connected to " + args[0]);
    IO.print("received: " + new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
