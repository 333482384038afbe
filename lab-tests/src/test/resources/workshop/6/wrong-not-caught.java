// not-caught: has its time-outs, and lets every exception go
import java.net.InetSocketAddress;
import java.net.Socket;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket()) {
    socket.connect(new InetSocketAddress(args[0], Integer.parseInt(args[1])), 2000);
    socket.setSoTimeout(2000);
    byte[] greeting = socket.getInputStream().readAllBytes();
    IO.println(greeting.length > 0 && greeting[greeting.length - 1] == '\n' ? "greeted" : "ended-early");
  }
}
