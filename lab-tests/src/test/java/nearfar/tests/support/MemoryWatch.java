package nearfar.tests.support;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Samples a container's memory about once a second, counted as {@code docker stats} counts it. */
public final class MemoryWatch implements AutoCloseable {
  private final ConcurrentNavigableMap<Long, Long> samples = new ConcurrentSkipListMap<>();
  private final ResultCallback<Statistics> stream;

  private MemoryWatch(DockerClient docker, String container) {
    stream =
        docker
            .statsCmd(container)
            .exec(
                new ResultCallback.Adapter<Statistics>() {
                  @Override
                  public void onNext(Statistics statistics) {
                    MemoryStatsConfig memory = statistics.getMemoryStats();
                    if (memory != null && memory.getUsage() != null) {
                      samples.put(System.nanoTime(), memory.getUsage() - fileMemory(memory));
                    }
                  }
                });
  }

  public static MemoryWatch of(DockerClient docker, String container) {
    return new MemoryWatch(docker, container);
  }

  /** Inactive pages of files, which docker stats leaves out. */
  private static long fileMemory(MemoryStatsConfig memory) {
    StatsConfig details = memory.getStats();
    if (details == null) {
      return 0;
    }
    Long inactive =
        details.getTotalInactiveFile() == null
            ? details.getInactiveFile()
            : details.getTotalInactiveFile();
    return inactive == null ? 0 : inactive;
  }

  /**
   * The maximum in bytes since that time, by {@link System#nanoTime}, with the last sample before
   * it.
   */
  public long peakSince(long nanos) {
    Long first = samples.floorKey(nanos);
    return samples.tailMap(first == null ? nanos : first).values().stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException alreadyClosed) {
      throw new UncheckedIOException(alreadyClosed);
    }
  }
}
