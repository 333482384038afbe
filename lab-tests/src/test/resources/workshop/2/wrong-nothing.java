// nothing: receives, and forgets to print
import java.net.Socket;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    byte[] greeting = socket.getInputStream().readAllBytes();
  }
}
