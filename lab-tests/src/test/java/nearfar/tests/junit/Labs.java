package nearfar.tests.junit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nearfar.lab.Lab;
import org.testcontainers.DockerClientFactory;

/** Which labs the tests that are run by tests were given. */
public final class Labs {
  private static final Map<String, String> SEEN = new ConcurrentHashMap<>();

  private Labs() {}

  /** To be called by a test that was given a lab. */
  public static void saw(String test, Lab lab) {
    SEEN.put(test, lab.name());
  }

  /** The name of the lab that a test was given. */
  public static String of(String test) {
    String name = SEEN.get(test);
    if (name == null) {
      throw new AssertionError(test + " was given no lab");
    }
    return name;
  }

  /** How many containers of a lab are left. */
  public static int containersLeft(String lab) {
    return DockerClientFactory.lazyClient()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of("com.docker.compose.project=" + lab))
        .exec()
        .size();
  }
}
