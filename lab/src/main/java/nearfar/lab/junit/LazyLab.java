package nearfar.lab.junit;

import java.util.Optional;
import java.util.function.Supplier;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import org.jspecify.annotations.Nullable;

/**
 * A lab that starts with the first call of {@link #get}, and is closed when its last hold is
 * closed. If it does not start, further calls throw the same exception.
 */
final class LazyLab {
  /** The lab stays open until this is closed. */
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  private final Supplier<LabSettings> settings;
  private @Nullable Lab lab;
  private @Nullable RuntimeException failure;
  private int holders;

  LazyLab(Supplier<LabSettings> settings) {
    this.settings = settings;
  }

  synchronized Hold hold() {
    holders++;
    return this::release;
  }

  synchronized Lab get() {
    if (holders == 0) {
      throw new IllegalStateException(
          "the lab is available only while one of its tests is running");
    }
    if (failure != null) {
      throw failure;
    }
    if (lab == null) {
      try {
        lab = Lab.start(settings.get());
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

  private synchronized void release() {
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
