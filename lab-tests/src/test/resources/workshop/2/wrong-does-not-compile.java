// does-not-compile: a semicolon is missing
import java.net.Socket;

void main(String[] args) throws Exception {
  Socket socket = new Socket(args[0], Integer.parseInt(args[1]))
  IO.print(new String(socket.getInputStream().readAllBytes()));
}
