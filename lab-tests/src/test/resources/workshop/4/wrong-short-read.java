// short-read: takes a read that does not fill its buffer for the end
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  ByteArrayOutputStream all = new ByteArrayOutputStream();
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[1024];
    int count;
    do {
      count = in.read(buffer);
      if (count > 0) {
        all.write(buffer, 0, count);
      }
    } while (count == buffer.length);
  }
  IO.print(all.toString(StandardCharsets.UTF_8));
}
