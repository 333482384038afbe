// connect-only: takes the end of connect for the first byte
import java.io.InputStream;
import java.net.Socket;

void main(String[] args) throws Exception {
  long begun = System.nanoTime();
  long received = 0;
  long first;
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    first = System.nanoTime();
    received = socket.getInputStream().readAllBytes().length;
  }
  long end = System.nanoTime();
  IO.println((first - begun) / 1_000_000 + " " + received * 8 * 1_000_000 / (end - first));
}
