package nearfar.client.openloop;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import nearfar.client.GreetingClient;
import nearfar.client.ResponseReader;

/**
 * One exchange of a virtual client, while it lasts. It has no buffer for what comes: all share one.
 */
final class Connection {

  final int client;
  final SocketChannel channel;
  final ResponseReader receipt;
  final ByteBuffer unsent;
  final long appointedNanos;
  final long startNanos;
  long connectedNanos;

  Connection(
      int client,
      SocketChannel channel,
      GreetingClient target,
      long appointedNanos,
      long startNanos) {
    this.client = client;
    this.channel = channel;
    this.receipt = new ResponseReader(target.dialogue().expect(), target.limits().maxBytes());
    this.unsent = target.dialogue().send().toBuffer();
    this.appointedNanos = appointedNanos;
    this.startNanos = startNanos;
  }
}
