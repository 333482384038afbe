// Lesson 2: a client.
//
// Called as `java Client.java HOST PORT`, this program connects to the server at HOST and PORT, receives its
// greeting to the end, prints the greeting and nothing else, closes, and ends by itself.
//
// The frame below works; your part is marked. Check it with: make check LESSON=2

import java.net.Socket;
import java.nio.charset.StandardCharsets;

void main(String[] args) throws Exception {
  String host = args[0];
  int port = Integer.parseInt(args[1]);
  String greeting = "";

  // Your part: connect to host and port, receive the greeting to its end, close.

  IO.println(greeting);
}
