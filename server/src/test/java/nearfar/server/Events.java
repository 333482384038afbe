package nearfar.server;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Records a server's events, and waits for the ones that a test is about. */
final class Events implements Consumer<ServerEvent> {

  private static final long PATIENCE_SECONDS = 10;

  private final BlockingQueue<ServerEvent> unseen = new LinkedBlockingQueue<>();

  @Override
  public void accept(ServerEvent event) {
    unseen.add(event);
  }

  /** The next event of this kind; those before it are forgotten. */
  <E extends ServerEvent> E await(Class<E> kind) {
    List<ServerEvent> others = new ArrayList<>();
    try {
      ServerEvent event;
      while ((event = unseen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) != null) {
        if (kind.isInstance(event)) {
          return kind.cast(event);
        }
        others.add(event);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return fail("no " + kind.getSimpleName() + " came, only " + others);
  }
}
