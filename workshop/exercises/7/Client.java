// Lesson 7: failing well.
//
// Called as `java Client.java HOST PORT`, this program prints the server's greeting, as in lesson 2, but over a link that comes
// and goes, from a server that may refuse, reset, say nothing, or end before the greeting is whole (it ends with a line feed).
// After a failure it waits a while and tries again. The pauses grow, and no two runs have the same ones.
//
// After four attempts at least, and six attempts or 15 s at most, it gives up: it prints nothing, and ends with status 1. Two
// seconds without a connection, or without a byte, are a failure, too.
//
// The frame below tries once; your part is marked. Check it with: make check LESSON=7

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  // Your part: try again, with pauses that grow and differ, and give up in the end.
  IO.print(greeting(args[0], Integer.parseInt(args[1])));
}

String greeting(String host, int port) throws IOException {
  try (Socket socket = new Socket()) {
    socket.connect(new InetSocketAddress(host, port));
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
