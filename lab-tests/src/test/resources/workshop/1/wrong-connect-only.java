// connect-only: stops the clock when connect has returned
import java.net.Socket;

void main(String[] args) throws Exception {
  long begun = System.nanoTime();
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    IO.println((System.nanoTime() - begun) / 1_000_000);
    socket.getInputStream().readAllBytes();
  }
}
