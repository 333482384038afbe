// Lesson 6: how connections end.
//
// Called as `java Client.java HOST PORT`, this program tries to be greeted, once, and prints one word for what came of it:
//
//     greeted      the whole greeting came: it ends with a line feed, and then the connection ended in order
//     refused      the connection was refused
//     reset        the connection was made, and reset
//     silent       the connection was made, and for two seconds nothing came
//     timeout      no connection was made within two seconds
//     ended-early  the connection ended in order, before the greeting was whole
//
// Whatever the word, the program itself ends well, with status 0.
//
// The frame below knows only the good end; your part is marked. Check it with: make check LESSON=6

import java.net.InetSocketAddress;
import java.net.Socket;

void main(String[] args) throws Exception {
  // Your part: time-outs, the other ends, and whether it was the whole greeting.
  try (Socket socket = new Socket()) {
    socket.connect(new InetSocketAddress(args[0], Integer.parseInt(args[1])));
    byte[] greeting = socket.getInputStream().readAllBytes();
  }
  IO.println("greeted");
}
