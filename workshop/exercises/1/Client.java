// Lesson 1: how far is it?
//
// Called as `java Client.java HOST PORT`, this program receives the greeting of the server at HOST and PORT to its
// end, and prints one whole number: how many milliseconds that took, from just before connect until the end had come. The
// greeting itself is not printed.
//
// The frame below receives it; your part is marked. Check it with: make check LESSON=1

import java.net.Socket;

void main(String[] args) throws Exception {
  long milliseconds = 0;

  // Your part: find out how long this takes. System.nanoTime() is the clock for that.
  try (Socket socket = new Socket(args[0], Integer.parseInt(args[1]))) {
    socket.getInputStream().readAllBytes();
  }

  IO.println(milliseconds);
}
