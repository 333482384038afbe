// no-time-out: waits for ever
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;

void main(String[] args) throws Exception {
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    byte[] greeting = socket.getInputStream().readAllBytes();
    IO.println(greeting.length > 0 && greeting[greeting.length - 1] == '\n' ? "greeted" : "ended-early");
  } catch (ConnectException e) {
    IO.println("refused");
  } catch (SocketException e) {
    IO.println("reset");
  }
}
