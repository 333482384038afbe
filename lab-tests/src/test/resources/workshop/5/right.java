import java.io.InputStream;
import java.net.Socket;

void main(String[] args) throws Exception {
  long begun = System.nanoTime();
  long first = 0;
  long received = 0;
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[65536];
    for (int count = in.read(buffer); count != -1; count = in.read(buffer)) {
      if (first == 0) {
        first = System.nanoTime();
      } else {
        received += count;
      }
    }
  }
  long end = System.nanoTime();
  IO.println((first - begun) / 1_000_000 + " " + received * 8 * 1_000_000 / (end - first));
}
