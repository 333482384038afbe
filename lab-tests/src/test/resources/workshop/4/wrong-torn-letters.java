// torn-letters: makes text of each piece by itself
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[1024];
    for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
      IO.print(new String(buffer, 0, count, StandardCharsets.UTF_8));
    }
  }
}
