package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The faults that need Docker: pausing the gateway, and running short-lived helpers in the network
 * of another container. No container of the lab has access to Docker, so the fixture does it.
 */
final class EngineFaults {
  private static final String HELPER = "nearfar.helper";
  private static final String HOLE = "hole";
  private static final String GATEWAY = "wan-gateway";
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final Lab lab;
  private final DockerClient docker;

  EngineFaults(Lab lab, DockerClient docker) {
    this.lab = lab;
    this.docker = docker;
  }

  /**
   * Brings the containers into a state.
   *
   * @param wanted the state that wan-control printed, by name
   */
  void settle(Map<String, String> wanted) {
    String state = wanted.getOrDefault("gateway", "running");
    if (removeHole() && state.equals("paused")) {
      // The gateway can listen only now. Paused before it listens, it would refuse connections.
      lab.wan().control("await");
    }
    setPaused(state.equals("paused"));
    if (state.equals("holed")) {
      startHole(Objects.requireNonNull(wanted.get("port")));
    }
    Set<String> touched = names(wanted.get("touched"));
    if (!touched.isEmpty()) {
      partition(names(wanted.get("apart")), touched);
    }
  }

  private static Set<String> names(@Nullable String words) {
    return Stream.of(Objects.requireNonNullElse(words, "").split(" ", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Ends the faults of the gateway: a paused container can neither be stopped nor crash. */
  void release() {
    removeHole();
    setPaused(false);
  }

  private void setPaused(boolean wanted) {
    String gateway = id(GATEWAY);
    boolean paused =
        Boolean.TRUE.equals(docker.inspectContainerCmd(gateway).exec().getState().getPaused());
    if (wanted && !paused) {
      docker.pauseContainerCmd(gateway).exec();
    } else if (!wanted && paused) {
      docker.unpauseContainerCmd(gateway).exec();
    }
  }

  /** Removes the helper that takes connections and never answers; returns whether there was one. */
  private boolean removeHole() {
    List<Container> holes =
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of(HelperContainer.LAB, lab.name(), HELPER, HOLE))
            .exec();
    holes.forEach(hole -> HelperContainer.remove(docker, hole.getId()));
    return !holes.isEmpty();
  }

  private void startHole(String port) {
    String helper = create(id(GATEWAY), HOLE, List.of("hole", port));
    docker.startContainerCmd(helper).exec();
  }

  /** Separates {@code apart} from the gateway, and connects all others of {@code touched} again. */
  private void partition(Set<String> apart, Set<String> touched) {
    String gateway = address(GATEWAY);
    Map<String, List<String>> unreachable =
        touched.stream()
            .collect(
                Collectors.toMap(
                    client -> client,
                    client -> apart.contains(client) ? List.of(gateway) : List.of()));
    unreachable.put(GATEWAY, apart.stream().map(this::address).toList());
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> helpers = new ArrayList<>();
      unreachable.forEach((container, addresses) ->
          helpers.add(executor.submit(() -> separate(container, addresses))));
      for (Future<?> helper : helpers) {
        helper.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the partition failed: " + failed.getCause(), failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a partition", stopping);
    }
  }

  private void separate(String container, Collection<String> addresses) {
    List<String> command = Stream.concat(Stream.of("apart"), addresses.stream()).toList();
    String helper = create(id(container), "apart", command, Capability.NET_ADMIN);
    try {
      docker.startContainerCmd(helper).exec();
      Integer status =
          docker
              .waitContainerCmd(helper)
              .start()
              .awaitStatusCode(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      if (status != 0) {
        throw new IllegalStateException(
            "the helper in the network of %s ended with status %d".formatted(container, status));
      }
    } finally {
      HelperContainer.remove(docker, helper);
    }
  }

  private String create(
      String inNetworkOf, String kind, List<String> command, Capability... capabilities) {
    return HelperContainer.create(
            docker, lab.name(), Map.of(HELPER, kind), "container:" + inNetworkOf, capabilities)
        .withCmd(command)
        .exec()
        .getId();
  }

  private String id(String container) {
    return lab.container(container).getContainerId();
  }

  private String address(String container) {
    return lab
        .container(container)
        .getContainerInfo()
        .getNetworkSettings()
        .getNetworks()
        .entrySet()
        .stream()
        .filter(network -> network.getKey().endsWith("_wan"))
        .map(network -> String.valueOf(network.getValue().getIpAddress()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(container + " is not on the WAN"));
  }
}
