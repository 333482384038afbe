// Lesson 5: latency is not bandwidth.
//
// Called as `java Client.java HOST PORT`, this program receives a large greeting to its end and prints two numbers with a
// blank between them: after how many milliseconds, from just before connect, the first byte was there, and at how many
// kbit/s the greeting came from then on.
//
// The frame below receives it; your part is marked. Check it with: make check LESSON=5

import java.io.InputStream;
import java.net.Socket;

void main(String[] args) throws Exception {
  double millisecondsToTheFirstByte = 0;
  double kilobitsPerSecond = 0;
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[65536];

    // Your part: look at the clock, and count, at the right moments.
    while (in.read(buffer) != -1) {}
  }
  IO.println(Math.round(millisecondsToTheFirstByte) + " " + Math.round(kilobitsPerSecond));
}
