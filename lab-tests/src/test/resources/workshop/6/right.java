import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;

void main(String[] args) throws Exception {
  IO.println(end(args[0], Integer.parseInt(args[1])));
}

String end(String host, int port) throws Exception {
  try (Socket socket = new Socket()) {
    try {
      socket.connect(new InetSocketAddress(host, port), 2000);
    } catch (SocketTimeoutException e) {
      return "timeout";
    } catch (ConnectException e) {
      return "refused";
    }
    socket.setSoTimeout(2000);
    try {
      byte[] greeting = socket.getInputStream().readAllBytes();
      return greeting.length > 0 && greeting[greeting.length - 1] == '\n' ? "greeted" : "ended-early";
    } catch (SocketTimeoutException e) {
      return "silent";
    } catch (SocketException e) {
      return "reset";
    }
  }
}
