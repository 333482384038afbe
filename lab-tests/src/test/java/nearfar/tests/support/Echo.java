package nearfar.tests.support;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * An echo server for a container that has only the JDK. A client announces a number of bytes, sends
 * them, and receives them back. After a negative number the server closes the connection.
 */
public final class Echo {
  public static final int PORT = 4444;

  private static final int PIECE = 16 << 10;

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
      DataInputStream input = new DataInputStream(client.getInputStream());
      int announced;
      do {
        announced = input.readInt();
        for (int left = Math.abs(announced); left > 0; left -= Math.min(left, PIECE)) {
          client.getOutputStream().write(input.readNBytes(Math.min(left, PIECE)));
        }
      } while (announced > 0);
    } catch (IOException gone) {
      // The client reports it.
    }
  }
}
