import java.net.Socket;

void main(String[] args) throws Exception {
  long begun = System.nanoTime();
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    socket.getInputStream().readAllBytes();
  }
  IO.println((System.nanoTime() - begun) / 1_000_000);
}
