package nearfar.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import java.nio.charset.StandardCharsets;

/** The peer in Netty: the native transport, and a listener on the same port for each event loop. */
public final class NettyGreeter {

  private NettyGreeter() {}

  /** Greets at the port {@code args[0]} with {@code args[1]} event loops, until it is killed. */
  public static void main(String... args) throws InterruptedException {
    int port = Integer.parseInt(args[0]);
    int loops = Integer.parseInt(args[1]);
    var group = new MultiThreadIoEventLoopGroup(loops, EpollIoHandler.newFactory());
    ServerBootstrap server =
        new ServerBootstrap()
            .group(group)
            .channel(EpollServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(EpollChannelOption.SO_REUSEPORT, true)
            .childHandler(new Greeting());
    for (int i = 0; i < loops; i++) {
      server.bind(port).sync();
    }
    group.terminationFuture().sync();
  }

  @Sharable
  private static final class Greeting extends ChannelInboundHandlerAdapter {

    private final ByteBuf text =
        Unpooled.unreleasableBuffer(
            Unpooled.directBuffer()
                .writeBytes("connection formed successfully\n".getBytes(StandardCharsets.UTF_8))
                .asReadOnly());

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.writeAndFlush(text.duplicate()).addListener(ChannelFutureListener.CLOSE);
    }
  }
}
