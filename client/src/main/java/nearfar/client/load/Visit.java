package nearfar.client.load;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import nearfar.client.GreetingClient;
import nearfar.client.Receipt;

/**
 * One exchange of a virtual client, while it lasts. It has no buffer for what comes: all share one.
 */
final class Visit {

  final int client;
  final SocketChannel channel;
  final Receipt receipt;
  final ByteBuffer unsent;
  final long appointedNanos;
  final long startNanos;
  long connectedNanos;

  Visit(
      int client,
      SocketChannel channel,
      GreetingClient target,
      long appointedNanos,
      long startNanos) {
    this.client = client;
    this.channel = channel;
    this.receipt = new Receipt(target.dialogue().expect(), target.limits().maxBytes());
    this.unsent = target.dialogue().send().toBuffer();
    this.appointedNanos = appointedNanos;
    this.startNanos = startNanos;
  }
}
