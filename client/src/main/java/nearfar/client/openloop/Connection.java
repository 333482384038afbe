package nearfar.client.openloop;

import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import nearfar.client.GreetingClient;
import nearfar.client.ResponseReader;

/** One running exchange of a virtual client. All connections share one receive buffer. */
final class Connection {

  final int client;
  final SocketChannel channel;
  final ResponseReader reader;
  final ByteBuffer unsent;
  final long scheduledNanos;
  final long startNanos;
  long connectedNanos;

  Connection(
      int client,
      SocketChannel channel,
      GreetingClient target,
      long scheduledNanos,
      long startNanos) {
    this.client = client;
    this.channel = channel;
    this.reader = new ResponseReader(target.dialogue().expect(), target.limits().maxBytes());
    this.unsent = target.dialogue().send().toBuffer();
    this.scheduledNanos = scheduledNanos;
    this.startNanos = startNanos;
  }
}
