package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.model.CpuStatsConfig;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StreamType;
import com.github.dockerjava.api.model.ThrottlingDataConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.networks.calibration.Calibration;
import nearfar.networks.calibration.Json;
import nearfar.networks.calibration.Quota;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.Container.ExecResult;

/**
 * Measures links on a running lab's gateway. The clients' link stays as it is: wan-control opens
 * further ports on the gateway, and two short-lived containers, one on each side, send bytes
 * through them.
 */
final class Calibrator {
  private static final long PROBE_TIMEOUT_SECONDS = 90;
  private static final long DOCKER_TIMEOUT_SECONDS = 10;
  private static final double DEFAULT_PERIOD_MICROS = 100_000;

  private static final int WRONG_USAGE = 2;

  /** A link is not as asked; the numbers in the output show which. */
  private static final int NOT_TRUSTWORTHY = 3;

  private final Lab lab;
  private final DockerClient docker;

  Calibrator(Lab lab, DockerClient docker) {
    this.lab = lab;
    this.docker = docker;
  }

  /**
   * Measures all links at the same time.
   *
   * @param links each as parameters, such as {@code PROFILE=lte}
   * @throws IllegalArgumentException if a link is not valid, or takes too long to measure
   * @throws IllegalStateException if the measurement failed, with the reason
   */
  List<Calibration> calibrate(List<Map<String, String>> links) {
    if (links.isEmpty()) {
      return List.of();
    }
    // Unique, because another calibration may run in this lab.
    String alias = "calibration-" + UUID.randomUUID().toString().substring(0, 8);
    String peer = lab.name() + "-" + alias + "-peer";
    String prober = lab.name() + "-" + alias + "-prober";
    CompletableFuture<@Nullable Void> starting =
        CompletableFuture.runAsync(() -> start(peer, "uplink", List.of(alias), List.of("peer")));
    String plan = "";
    long throttledBefore = gatewayCpus().isPresent() ? throttledOfGateway() : 0;

    try {
      plan = open(alias, links);
      starting.join();
      start(prober, "wan", List.of(), List.of("probe", "--quick", "--json", plan));
      return withQuota(Json.calibrations(resultOf(prober)), throttledBefore);
    } finally {
      starting.exceptionally(failed -> null).join();
      HelperContainer.remove(docker, peer);
      HelperContainer.remove(docker, prober);
      close(plan);
    }
  }

  private String open(String peer, List<Map<String, String>> links) {
    Stream<String> parameters =
        links.stream()
            .map(link ->
                new TreeMap<>(link)
                    .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                        .collect(Collectors.joining(" ")));
    ExecResult result =
        lab.wan()
            .control(
                Stream.concat(Stream.of("calibration", "open", "--peer", peer), parameters)
                    .toArray(String[]::new));
    return switch (result.getExitCode()) {
      case 0 -> result.getStdout().strip();
      case WRONG_USAGE -> throw new IllegalArgumentException(result.getStderr().strip());
      default -> throw new IllegalStateException("no calibration: " + result.getStderr().strip());
    };
  }

  /** If this fails, as when the gateway is gone, wan-control closes the ports later. */
  private void close(String plan) {
    if (!plan.isEmpty()) {
      lab.wan().control("calibration", "close", plan);
    }
  }

  private void start(String name, String network, List<String> aliases, List<String> command) {
    HelperContainer.create(docker, lab.name(), Map.of(), lab.name() + "_" + network)
        .withName(name)
        .withAliases(aliases)
        .withCmd(command)
        .exec();
    docker.startContainerCmd(name).exec();
  }

  private String resultOf(String prober) {
    int status =
        docker
            .waitContainerCmd(prober)
            .exec(new WaitContainerResultCallback())
            .awaitStatusCode(PROBE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    if (status == 0 || status == NOT_TRUSTWORTHY) {
      return log(prober, StreamType.STDOUT);
    }
    throw new IllegalStateException(
        "no calibration: "
            + log(prober, StreamType.STDERR).lines().reduce("", (before, last) -> last));
  }

  private String log(String container, StreamType stream) {
    StringBuilder text = new StringBuilder();
    try {
      docker
          .logContainerCmd(container)
          .withStdOut(stream == StreamType.STDOUT)
          .withStdErr(stream == StreamType.STDERR)
          .exec(
              new ResultCallback.Adapter<Frame>() {
                @Override
                public void onNext(Frame frame) {
                  text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                }
              })
          .awaitCompletion(DOCKER_TIMEOUT_SECONDS, TimeUnit.SECONDS);
      return text.toString();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a calibration", stopping);
    }
  }

  private List<Calibration> withQuota(List<Calibration> calibrations, long throttledBefore) {
    OptionalDouble cpus = gatewayCpus();
    if (cpus.isEmpty()) {
      return calibrations;
    }
    Quota quota = new Quota(cpus.getAsDouble(), throttledOfGateway() - throttledBefore);

    return calibrations.stream().map(each -> each.withGateway(quota)).toList();
  }

  /** Counted since the gateway's start. Docker takes a second or two to answer. */
  private long throttledOfGateway() {
    AtomicReference<@Nullable Statistics> now = new AtomicReference<>();
    try {
      docker
          .statsCmd(lab.container("wan-gateway").getContainerId())
          .withNoStream(true)
          .exec(
              new ResultCallback.Adapter<Statistics>() {
                @Override
                public void onNext(Statistics statistics) {
                  now.set(statistics);
                }
              })
          .awaitCompletion(DOCKER_TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a calibration", stopping);
    }
    return Optional.ofNullable(now.get())
        .map(Statistics::getCpuStats)
        .map(CpuStatsConfig::getThrottlingData)
        .map(ThrottlingDataConfig::getThrottledPeriods)
        .orElse(0L);
  }

  private OptionalDouble gatewayCpus() {
    HostConfig config = Objects.requireNonNull(gateway().getHostConfig());
    long nanos = Objects.requireNonNullElse(config.getNanoCPUs(), 0L);
    long quota = Objects.requireNonNullElse(config.getCpuQuota(), 0L);
    long period = Objects.requireNonNullElse(config.getCpuPeriod(), 0L);
    if (nanos > 0) {
      return OptionalDouble.of(nanos / 1e9);
    }
    return quota > 0
        ? OptionalDouble.of(quota / (period > 0 ? period : DEFAULT_PERIOD_MICROS))
        : OptionalDouble.empty();
  }

  private InspectContainerResponse gateway() {
    return docker.inspectContainerCmd(lab.container("wan-gateway").getContainerId()).exec();
  }
}
