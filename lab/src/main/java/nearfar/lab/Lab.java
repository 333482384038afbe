package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
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
import nearfar.common.log.LinkWindow;
import nearfar.common.log.LinkWindows;
import nearfar.common.log.LogEvent;
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
 * A lab: the lab's compose file as a separate Compose project, with separate subnets and published
 * ports, so that several labs can run at once. Thread-safe. The caller that starts a lab closes it.
 *
 * <p>If a process ends without closing its lab, the next start of a lab removes it.
 */
public final class Lab implements Startable {
  private static final Duration GREETING_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
  private static final int ATTEMPTS = 3;

  private final LabSettings settings;
  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final EngineFaults engineFaults = new EngineFaults(this, docker);
  private final Wan wan = new Wan(this, engineFaults);
  private volatile @Nullable LabParts parts;

  private Lab(LabSettings settings) {
    this.settings = settings;
  }

  /**
   * A lab that is not running yet, for a field with Testcontainers' {@code @Container}, which
   * starts and stops it. While it is not running, its methods throw {@link IllegalStateException}.
   */
  public static Lab of(LabSettings settings) {
    return new Lab(settings);
  }

  /**
   * Starts a lab and waits until each of its clients has been greeted once.
   *
   * @throws IllegalStateException if an image is missing, with the command that builds it; or if
   *     the caller's service cannot be pulled, or does not greet each client within a minute
   * @throws IllegalArgumentException if the link is not valid, with the closest valid name; or if
   *     the caller's container cannot join the lab
   * @throws ContainerLaunchException if the lab does not start, with Compose's output; everything
   *     is removed again
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
    LabImages.require(docker, LabImages.ALL);
    new Reaper(docker).removeAbandonedLabs();
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
      tried.connectExternalService(name());
      awaitFirstGreetings();
      return true;
    } catch (ContainerLaunchException failed) {
      // Another program may have taken the port or the subnet since they were found free.
      String reason = attempt < ATTEMPTS ? "" : tried.composeError();
      close();
      if (attempt == ATTEMPTS) {
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
   * The server's published port for programs on this host, over the LAN. For a {@link
   * Service.Container} it is the port that Testcontainers publishes.
   *
   * @throws IllegalStateException if such a container does not publish its port
   */
  public InetSocketAddress lanAddress() {
    ExternalService external = parts().externalService();
    return external != null
        ? external.lanAddress()
        : new InetSocketAddress(InetAddress.getLoopbackAddress(), parts().addresses().lanPort());
  }

  /** The server's published port for programs on this host, over the WAN's link. */
  public InetSocketAddress wanAddress() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), parts().addresses().wanPort());
  }

  /** The settings with which the lab starts. */
  public LabSettings settings() {
    return settings;
  }

  /** The WAN's link, which can be changed while the clients run. */
  public Wan wan() {
    return wan;
  }

  /**
   * Measures the delays of links on this lab's gateway: each direction separately, all links at
   * once, in about four seconds. The clients' link stays as it is. Rates and faults are not
   * measured.
   *
   * @param links each as parameters, such as {@code PROFILE=lte}; FAULT and SEED are ignored
   * @return one result for each link, in the same order
   * @throws IllegalArgumentException if a link is not valid
   * @throws IllegalStateException if the measurement failed, as while the link is cut
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
   * @param name a service of the compose file; for the clients, with a number: {@code client-lan-1}
   */
  public ContainerState container(String name) {
    LabParts started = parts();
    ExternalService external = started.externalService();
    if (external != null && name.equals("server")) {
      return external.container();
    }
    return started
        .compose()
        .getContainerByServiceName(name)
        .or(() ->
            started
                .clients()
                .find(name)
                .map(client -> new LabContainer(docker, name() + "-" + client)))
        .orElseThrow(() -> new IllegalArgumentException("no container '" + name + "' in the lab"));
  }

  /** The exchanges of a client since it was created, the oldest first. */
  public List<Exchange> exchanges(String client) {
    return lines(client).stream()
        .filter(Exchange::isExchange)
        .map(line -> Exchange.from(client, line))
        .toList();
  }

  /** The exchanges of all clients of a side, the oldest first. */
  public List<Exchange> exchanges(Side side) {
    return clients(side).stream()
        .flatMap(client -> exchanges(client).stream())
        .sorted(Comparator.comparingLong(Exchange::startNanos))
        .toList();
  }

  /** The times in which the link was changed, or lost. */
  public List<LinkWindow> linkWindows() {
    LinkWindows windows = new LinkWindows();
    lines("wan-control").stream()
        .map(LogEvent::new)
        .filter(event -> event.textOrNull("event") != null)
        .forEach(windows::read);
    return windows.all();
  }

  /** The lines of a container's log that are JSON objects, in order. */
  public List<JsonObject> lines(String container) {
    return JsonLines.of(container(container).getLogs(OutputType.STDOUT));
  }

  /**
   * Waits until each client has been greeted that many times after this call.
   *
   * @throws ConditionTimeoutException after a minute
   */
  public void awaitGreetings(int times) {
    long now = System.nanoTime();
    List<String> all = Stream.of(Side.values()).flatMap(side -> clients(side).stream()).toList();
    List<String> missing = new ArrayList<>(all);
    Awaitility.await("a greeting for each of " + all)
        .atMost(GREETING_TIMEOUT)
        .pollInterval(POLL_INTERVAL)
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
   * Kills the process of a container as a crash does; Docker then restarts the container.
   *
   * @return the time when it was killed, by {@link System#nanoTime}
   * @throws ContainerLaunchException if the process could not be killed, as when it does not run
   */
  public long crash(String container) {
    return Crash.kill(docker, List.of(container(container).getContainerId()));
  }

  /** Stops a container with SIGTERM; Docker does not restart it. */
  public void stop(String container) {
    try {
      docker.stopContainerCmd(container(container).getContainerId()).exec();
    } catch (NotModifiedException alreadyStopped) {
      // Nothing to do.
    }
  }

  /** Starts a container that was stopped; does not wait until its service is ready. */
  public void start(String container) {
    try {
      docker.startContainerCmd(container(container).getContainerId()).exec();
    } catch (NotModifiedException alreadyRunning) {
      // Nothing to do.
    }
  }

  /**
   * Starts more clients on a side; they run when this returns.
   *
   * @param count the new number of clients on that side, at most 59
   * @throws IllegalArgumentException if the side has more clients already, or the number is too
   *     high
   */
  public void moreClients(Side side, int count) {
    parts()
        .clients()
        .grow(side, count, () -> parts().commands(name()).scale(side.service(), count));
  }

  /** How often Docker has restarted a container after its process ended. */
  public int restarts(String container) {
    Integer count =
        docker.inspectContainerCmd(container(container).getContainerId()).exec().getRestartCount();
    return Objects.requireNonNullElse(count, 0);
  }

  /** When a container's process was last started, by the clock of Docker's host. */
  public Instant startedAt(String container) {
    String text =
        docker
            .inspectContainerCmd(container(container).getContainerId())
            .exec()
            .getState()
            .getStartedAt();
    return Instant.parse(Objects.requireNonNull(text));
  }

  /** Removes the lab's files on this host. */
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

  /** Removes the lab: containers, networks, volume, files. Does nothing if it is not running. */
  @Override
  public synchronized void close() {
    LabParts started = parts;
    if (started == null) {
      return;
    }
    try {
      ComposeContainer compose = started.compose();
      compose.getContainerByServiceName("wan-gateway").ifPresent(gateway -> engineFaults.release());
      ExternalService external = started.externalService();
      if (external != null && compose.getContainerByServiceName("wan-control").isPresent()) {
        external.leave(name());
      }
      compose.stop();
      OpenLabs.remove(this);
    } finally {
      started.files().close();
      parts = null;
    }
  }
}
