package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.google.gson.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nearfar.networks.calibration.Calibration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.ContainerState;
import org.testcontainers.containers.output.OutputFrame.OutputType;
import org.testcontainers.lifecycle.Startable;

/**
 * A running lab: the lab's own compose file under a name of its own, with its own subnets and
 * doors, so that it runs beside a live lab and beside others of its kind. Its methods may be called
 * by several threads; whoever started it closes it.
 *
 * <p>A lab whose process died before closing it is removed when the next one starts.
 */
public final class Lab implements Startable {
  static final List<String> IMAGES =
      List.of(
          "nearfar/server:local",
          "nearfar/client:local",
          "nearfar/wan-control:local",
          "ghcr.io/shopify/toxiproxy:2.12.0");

  private static final Duration FIRST_GREETING = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int TRIES = 3;

  private final LabSettings settings;
  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final EngineFaults outside = new EngineFaults(this, docker);
  private final Wan wan = new Wan(this, outside);
  private volatile @Nullable LabParts parts;

  private Lab(LabSettings settings) {
    this.settings = settings;
  }

  /**
   * A lab that does not run yet, for a field with Testcontainers' {@code @Container}, which starts
   * and stops it. Until it is started its methods throw {@link IllegalStateException}.
   */
  public static Lab of(LabSettings settings) {
    return new Lab(settings);
  }

  /**
   * Starts a lab and waits until each of its clients has been greeted once.
   *
   * @throws IllegalStateException if an image is missing, naming the command that makes it; or if a
   *     service of the caller's cannot be had, or answers nobody within a minute
   * @throws IllegalArgumentException if there is no such link, naming the nearest that is right, or
   *     if a container of the caller's cannot join the lab
   * @throws ContainerLaunchException if the lab does not start; nothing is left of it then
   */
  public static Lab start(LabSettings settings) {
    Lab lab = of(settings);
    lab.start();
    return lab;
  }

  /** Starts this lab, as {@link #start(LabSettings)} does; does nothing if it runs. */
  @Override
  public synchronized void start() {
    if (parts != null) {
      return;
    }
    settings.requireLink();
    requireImages(docker, IMAGES);
    new Reaper(docker).labsOfTheDead();
    switch (settings.service()) {
      case Service.Greeter _ -> {}
      case Service.Image image -> ServiceImage.require(docker, image.image());
      case Service.Container container -> new ExternalService(container, docker).start();
    }
    for (int attempt = 1; !startOnce(attempt); attempt++) {}
  }

  /** Returns false if another attempt may succeed. */
  private boolean startOnce(int attempt) {
    LabParts tried = new LabParts(settings, docker);
    parts = tried;
    try {
      OpenLabs.add(this, docker);
      tried.compose().start();
      tried.admitGuest(name());
      awaitFirstGreetings();
      return true;
    } catch (ContainerLaunchException failed) {
      // Another program may have taken the port or the subnet since they were found free.
      String reason = attempt < TRIES ? "" : tried.composeReason();
      close();
      if (attempt == TRIES) {
        throw new ContainerLaunchException("the lab does not start: " + reason, failed);
      }
      return false;
    } catch (RuntimeException | Error failed) {
      close();
      throw failed;
    }
  }

  private LabParts parts() {
    LabParts started = parts;
    if (started == null) {
      throw new IllegalStateException(
          "the lab is not running: start it, or put Testcontainers' @Container on its field");
    }
    return started;
  }

  /**
   * Checks that images are at hand: the engine would try to pull them, for minutes.
   *
   * @throws IllegalStateException naming the first that is missing and the command that makes it
   */
  static void requireImages(DockerClient docker, List<String> images) {
    for (String image : images) {
      try {
        docker.inspectImageCmd(image).exec();
      } catch (NotFoundException missing) {
        throw new IllegalStateException(
            "the image " + image + " is missing: run 'make images' where Nearfar's sources are",
            missing);
      }
    }
  }

  /** The lab's name, which is its Compose project's. */
  public String name() {
    Map<String, String> labels =
        container("wan-control").getContainerInfo().getConfig().getLabels();
    return Objects.requireNonNull(Objects.requireNonNull(labels).get("com.docker.compose.project"));
  }

  private void awaitFirstGreetings() {
    if (settings.service() instanceof Service.Greeter) {
      awaitGreetings(1);
    } else {
      new FirstGreetings(this).await();
    }
  }

  /**
   * The server's door for programs on this host, over the LAN. A {@link Service.Container} has its
   * own, where its port is exposed.
   *
   * @throws IllegalStateException if it is such a container, and the port is not exposed
   */
  public InetSocketAddress lanAddress() {
    ExternalService guest = parts().guest();
    return guest != null
        ? guest.door()
        : new InetSocketAddress(InetAddress.getLoopbackAddress(), parts().addresses().lanPort());
  }

  /** The server's door for programs on this host, over the WAN's link. */
  public InetSocketAddress wanAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), parts().addresses().wanPort());
  }

  /** What the lab was started with. */
  public LabSettings settings() {
    return settings;
  }

  /** The variables with which the lab's commands find this lab. */
  public Map<String, String> variables() {
    return Map.of(
        "LAB", name(),
        "LAN_PORT", Integer.toString(parts().addresses().lanPort()),
        "WAN_PORT", Integer.toString(parts().addresses().wanPort()),
        "SUBNET", parts().addresses().subnet());
  }

  /** The WAN's link, to be changed under the running clients. */
  public Wan wan() {
    return wan;
  }

  /**
   * Measures links on this lab's gateway, each direction apart and all links at once, beside the
   * one that the clients have and without touching it; takes about four seconds. It says nothing of
   * rates, and nothing of faults.
   *
   * @param links each in the words of the lab's variables, such as {@code PROFILE=lte}; FAULT and
   *     SEED are passed over
   * @return one for each link, in that order
   * @throws IllegalArgumentException if words make no link
   * @throws IllegalStateException if nothing could be measured, as while the link is cut
   */
  public List<Calibration> calibrate(List<Map<String, String>> links) {
    return new Calibrator(this, docker).calibrate(links);
  }

  /** The names of a side's clients, such as {@code client-wan-1}. */
  public List<String> clients(Side side) {
    return parts().clients().names(side);
  }

  /** The clients on the LAN. */
  public List<Client> near() {
    return clientsOn(Side.NEAR);
  }

  /** The clients on the WAN, behind the gateway. */
  public List<Client> far() {
    return clientsOn(Side.FAR);
  }

  private List<Client> clientsOn(Side side) {
    return clients(side).stream().map(name -> new Client(this, side, name)).toList();
  }

  /** The names of all containers, such as {@code server} and {@code client-wan-1}. */
  public List<String> containers() {
    return Stream.concat(
            Stream.of("server", "wan-gateway", "wan-control"),
            Stream.of(Side.values()).flatMap(side -> clients(side).stream()))
        .toList();
  }

  /**
   * Returns a container of the lab.
   *
   * @param name a service of the compose file, and a number where it has several
   */
  public ContainerState container(String name) {
    LabParts started = parts();
    ExternalService guest = started.guest();
    if (guest != null && name.equals("server")) {
      return guest.container();
    }
    return started
        .compose()
        .getContainerByServiceName(name)
        .or(() ->
            started
                .clients()
                .added(name)
                .map(client -> new LabContainer(docker, name() + "-" + client)))
        .orElseThrow(() -> new IllegalArgumentException("no container '" + name + "' in the lab"));
  }

  /** What a client has told of its exchanges since it was created, the oldest first. */
  public List<Exchange> exchanges(String client) {
    return lines(client).stream()
        .filter(Exchange::isExchange)
        .map(line -> Exchange.from(client, line))
        .toList();
  }

  /** What all clients of a side have told, the oldest first. */
  public List<Exchange> exchanges(Side side) {
    return clients(side).stream()
        .flatMap(client -> exchanges(client).stream())
        .sorted(Comparator.comparingLong(Exchange::startNanos))
        .toList();
  }

  /** The times in which the link was being changed, or lost. */
  public List<LinkWindow> linkWindows() {
    return LinkWindow.from(lines("wan-control"));
  }

  /** What a container has written, line by line of JSON; what is no JSON is left out. */
  public List<JsonObject> lines(String container) {
    return JsonLines.of(container(container).getLogs(OutputType.STDOUT));
  }

  /**
   * Waits until every client has been greeted that often from now on.
   *
   * @throws ConditionTimeoutException after a minute, naming those who were not
   */
  public void awaitGreetings(int times) {
    long now = System.nanoTime();
    List<String> all = Stream.of(Side.values()).flatMap(side -> clients(side).stream()).toList();
    List<String> missing = new ArrayList<>(all);
    Awaitility.await("a greeting for each of " + all)
        .atMost(FIRST_GREETING)
        .pollInterval(GLANCE)
        .until(() -> {
          missing.removeIf(client -> greetedSince(client, now) >= times);
          return missing.isEmpty();
        });
  }

  private long greetedSince(String client, long nanos) {
    return exchanges(client).stream()
        .filter(exchange -> exchange.greeted() && exchange.endNanos() >= nanos)
        .count();
  }

  /**
   * Kills the process of a container as a crash would: the engine is not told, and restarts it.
   *
   * @return when it was killed, by {@link System#nanoTime}
   * @throws ContainerLaunchException if it could not be killed, as when it does not run
   */
  public long crash(String container) {
    return crashAtOnce(List.of(container));
  }

  /** Likewise those of several, one right after the other; returns when the last was killed. */
  long crashAtOnce(List<String> containers) {
    return Crash.kill(
        docker, containers.stream().map(each -> container(each).getContainerId()).toList());
  }

  /** Stops a container in good order; it stays away until it is started. */
  public void stop(String container) {
    try {
      docker.stopContainerCmd(container(container).getContainerId()).exec();
    } catch (NotModifiedException alreadyStopped) {
      // It is as asked.
    }
  }

  /** Starts a container that was stopped; does not wait until it serves. */
  public void start(String container) {
    try {
      docker.startContainerCmd(container(container).getContainerId()).exec();
    } catch (NotModifiedException alreadyRunning) {
      // It is as asked.
    }
  }

  /**
   * Has more clients on a side, which run when this returns.
   *
   * @param count how many there are then
   * @throws IllegalArgumentException if there are more already, or it is more than there is room
   *     for
   */
  public void moreClients(Side side, int count) {
    parts()
        .clients()
        .grow(side, count, () -> parts().commands(name()).scale(side.service(), count));
  }

  /** How often the engine has restarted a container after its process ended. */
  public int restarts(String container) {
    Integer count =
        docker.inspectContainerCmd(container(container).getContainerId()).exec().getRestartCount();
    return Objects.requireNonNullElse(count, 0);
  }

  /** When a container's process was last started, by the engine's clock. */
  public Instant startedAt(String container) {
    String text =
        docker
            .inspectContainerCmd(container(container).getContainerId())
            .exec()
            .getState()
            .getStartedAt();
    return Instant.parse(Objects.requireNonNull(text));
  }

  /** Removes the files that it unpacked on this host. */
  void removeFiles() {
    LabParts started = parts;
    if (started != null) {
      started.files().close();
    }
  }

  /** Removes the lab, as {@link #close} does. */
  @Override
  public void stop() {
    close();
  }

  /** Removes the lab: containers, networks, volume, files. Does nothing if it does not run. */
  @Override
  public synchronized void close() {
    LabParts started = parts;
    if (started == null) {
      return;
    }
    try {
      ComposeContainer compose = started.compose();
      compose.getContainerByServiceName("wan-gateway").ifPresent(gateway -> outside.release());
      ExternalService guest = started.guest();
      if (guest != null && compose.getContainerByServiceName("wan-control").isPresent()) {
        guest.leave(name());
      }
      compose.stop();
      OpenLabs.remove(this);
    } finally {
      started.files().close();
      parts = null;
    }
  }
}
