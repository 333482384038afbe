package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.HostConfig;
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

/**
 * What the lab's faults want of the engine: it pauses the gateway, and it puts short-lived helpers
 * into the network of a container that is none of theirs. No container of the lab itself may do
 * that, nor ask for it.
 */
final class EngineFaults {
  private static final String IMAGE = "nearfar/wan-control:local";
  static final String LAB = "nearfar.lab";
  private static final String HELPER = "nearfar.helper";
  private static final String HOLE = "hole";
  private static final String GATEWAY = "wan-gateway";
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final long MEMORY = 64L << 20;

  private final Lab lab;
  private final DockerClient docker;

  EngineFaults(Lab lab, DockerClient docker) {
    this.lab = lab;
    this.docker = docker;
  }

  /** Does what wan-control has said that the engine has to. */
  void settle(Map<String, String> wanted) {
    String state = wanted.getOrDefault("gateway", "running");
    if (removeHole() && state.equals("paused")) {
      // The gateway can listen again only now, and one that is paused before it does refuses.
      lab.wan().control("await");
    }
    setPaused(state.equals("paused"));
    if (state.equals("holed")) {
      startHole(Objects.requireNonNull(wanted.get("port")));
    }
    Set<String> touched = names(wanted.get("touched"));
    if (!touched.isEmpty()) {
      putApart(names(wanted.get("apart")), touched);
    }
  }

  private static Set<String> names(@org.jspecify.annotations.Nullable String words) {
    return Stream.of(Objects.requireNonNullElse(words, "").split(" ", -1))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Lets go of the gateway, so that it can be stopped, or crash. */
  void letGo() {
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

  /** Removes what answers nobody in the gateway's place, if it is there; returns whether it was. */
  private boolean removeHole() {
    List<Container> holes =
        docker
            .listContainersCmd()
            .withShowAll(true)
            .withLabelFilter(Map.of(LAB, lab.name(), HELPER, HOLE))
            .exec();
    holes.forEach(hole -> remove(hole.getId()));
    return !holes.isEmpty();
  }

  private void startHole(String port) {
    String helper = create(id(GATEWAY), HOLE, HostConfig.newHostConfig(), "65532", "hole", port);
    docker.startContainerCmd(helper).exec();
  }

  /** Puts {@code apart} out of reach of the gateway, and all others of {@code touched} into it. */
  private void putApart(Set<String> apart, Set<String> touched) {
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
      unreachable.forEach(
          (place, addresses) -> helpers.add(executor.submit(() -> cutOff(place, addresses))));
      for (Future<?> helper : helpers) {
        helper.get();
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(
          "the partition could not be made: " + failed.getCause(), failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a partition was being made", stopping);
    }
  }

  private void cutOff(String place, Collection<String> addresses) {
    String[] command = Stream.concat(Stream.of("apart"), addresses.stream()).toArray(String[]::new);
    HostConfig mayChangeNeighbours = HostConfig.newHostConfig().withCapAdd(Capability.NET_ADMIN);
    String helper = create(id(place), "apart", mayChangeNeighbours, "0", command);
    try {
      docker.startContainerCmd(helper).exec();
      Integer status =
          docker
              .waitContainerCmd(helper)
              .start()
              .awaitStatusCode(LONGEST.toSeconds(), TimeUnit.SECONDS);
      if (status != 0) {
        throw new IllegalStateException(
            "the helper beside %s ended with %d".formatted(place, status));
      }
    } finally {
      remove(helper);
    }
  }

  private String create(
      String inNetworkOf, String kind, HostConfig host, String user, String... command) {
    return docker
        .createContainerCmd(IMAGE)
        .withLabels(
            Map.of(LAB, lab.name(), HELPER, kind, Reaper.OWNER, Owner.thisProcess().label()))
        .withUser(user)
        .withCmd(command)
        .withHostConfig(
            host.withNetworkMode("container:" + inNetworkOf)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges:true"))
                .withReadonlyRootfs(true)
                .withMemory(MEMORY)
                .withPidsLimit(50L))
        .exec()
        .getId();
  }

  private void remove(String container) {
    try {
      docker.removeContainerCmd(container).withForce(true).exec();
    } catch (DockerException goneAlready) {
      // It went by itself, or with its lab.
    }
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
