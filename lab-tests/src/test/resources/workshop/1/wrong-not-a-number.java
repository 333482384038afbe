// not-a-number: prints a sentence around it
import java.net.Socket;

void main(String[] args) throws Exception {
  long begun = System.nanoTime();
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    socket.getInputStream().readAllBytes();
  }
  IO.println("That took " + (System.nanoTime() - begun) / 1_000_000 + " ms");
}
