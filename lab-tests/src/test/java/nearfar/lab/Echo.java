package nearfar.lab;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A program for a container where nothing is but the JDK: sends back whatever it is sent. */
final class Echo {
  static final int PORT = 4444;

  private Echo() {}

  public static void main(String[] arguments) throws IOException {
    try (ServerSocket server = new ServerSocket(PORT)) {
      System.out.println("listening");
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> echo(client));
      }
    }
  }

  private static void echo(Socket client) {
    try (client) {
      client.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException gone) {
      // The client has seen it too.
    }
  }
}
