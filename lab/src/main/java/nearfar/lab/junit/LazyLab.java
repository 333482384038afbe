package nearfar.lab.junit;

import java.util.Optional;
import java.util.function.Supplier;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import org.jspecify.annotations.Nullable;

/**
 * A lab that starts when it is first asked for, and is closed when the last that holds it lets go.
 * One that did not start is not tried again by every test that wants it.
 */
final class LazyLab {
  /** Keeps a lab from being closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  private final Supplier<LabSettings> wanted;
  private @Nullable Lab lab;
  private @Nullable RuntimeException failure;
  private int holders;

  LazyLab(Supplier<LabSettings> wanted) {
    this.wanted = wanted;
  }

  synchronized Hold hold() {
    holders++;
    return this::letGo;
  }

  synchronized Lab get() {
    if (holders == 0) {
      throw new IllegalStateException("a lab is there only while a test of it runs");
    }
    if (failure != null) {
      throw failure;
    }
    if (lab == null) {
      try {
        lab = Lab.start(wanted.get());
      } catch (RuntimeException failed) {
        failure = failed;
        throw failed;
      }
    }
    return lab;
  }

  synchronized Optional<Lab> started() {
    return Optional.ofNullable(lab);
  }

  private synchronized void letGo() {
    holders--;
    if (holders > 0) {
      return;
    }
    failure = null;
    if (lab != null) {
      lab.close();
      lab = null;
    }
  }
}
