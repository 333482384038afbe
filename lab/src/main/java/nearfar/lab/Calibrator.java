package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Capability;
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
 * Measures links on a running lab's gateway, beside the link that the clients have and without
 * touching it: wan-control opens doors there, and two short-lived containers, one on either side,
 * send each other bytes through them.
 */
final class Calibrator {
  private static final String IMAGE = "nearfar/wan-control:local";
  private static final long MEMORY = 96L << 20;
  private static final long PROCESSES = 100;
  private static final long LONGEST_SECONDS = 90;
  private static final long PATIENCE_SECONDS = 10;
  private static final double DEFAULT_PERIOD = 100_000;

  private static final int WRONG_USAGE = 2;

  /** What the links do is not what was asked; the figures say so themselves. */
  private static final int NOT_TRUSTWORTHY = 3;

  private final Lab lab;
  private final DockerClient docker;

  Calibrator(Lab lab, DockerClient docker) {
    this.lab = lab;
    this.docker = docker;
  }

  /**
   * Measures links, all at once.
   *
   * @throws IllegalArgumentException if words make no link, or one that takes too long to measure
   * @throws IllegalStateException if it could not be measured, with the reason
   */
  List<Calibration> calibrate(List<Map<String, String>> links) {
    if (links.isEmpty()) {
      return List.of();
    }
    // Of this run alone: another may be under way in this lab.
    String alias = "calibration-" + UUID.randomUUID().toString().substring(0, 8);
    String peer = project() + "-" + alias + "-peer";
    String prober = project() + "-" + alias + "-prober";
    CompletableFuture<@Nullable Void> starting =
        CompletableFuture.runAsync(() -> start(peer, "uplink", List.of(alias), List.of("peer")));
    String plan = "";
    long throttledBefore = gatewayCpus().isPresent() ? throttledOfGateway() : 0;

    try {
      plan = open(alias, links);
      starting.join();
      start(prober, "wan", List.of(), List.of("probe", "--quick", "--json", plan));
      return withQuota(Json.calibrations(outcomeOf(prober)), throttledBefore);
    } finally {
      starting.exceptionally(failed -> null).join();
      remove(peer);
      remove(prober);
      close(plan);
    }
  }

  private String open(String peer, List<Map<String, String>> links) {
    Stream<String> words =
        links.stream()
            .map(link ->
                new TreeMap<>(link)
                    .entrySet().stream()
                        .map(word -> word.getKey() + "=" + word.getValue())
                        .collect(Collectors.joining(" ")));
    ExecResult result =
        lab.wan()
            .control(
                Stream.concat(Stream.of("calibration", "open", "--peer", peer), words)
                    .toArray(String[]::new));
    return switch (result.getExitCode()) {
      case 0 -> result.getStdout().strip();
      case WRONG_USAGE -> throw new IllegalArgumentException(result.getStderr().strip());
      default -> throw new IllegalStateException("no calibration: " + result.getStderr().strip());
    };
  }

  /** What cannot be closed now, because the gateway is gone, say, wan-control closes later. */
  private void close(String plan) {
    if (!plan.isEmpty()) {
      lab.wan().control("calibration", "close", plan);
    }
  }

  private void start(String name, String network, List<String> aliases, List<String> command) {
    docker
        .createContainerCmd(IMAGE)
        .withName(name)
        .withCmd(command)
        .withAliases(aliases)
        .withUser("65532:65532")
        .withLabels(Map.of("nearfar.lab", project(), Reaper.OWNER, Owner.thisProcess().label()))
        .withHostConfig(
            HostConfig.newHostConfig()
                .withNetworkMode(project() + "_" + network)
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges:true"))
                .withMemory(MEMORY)
                .withPidsLimit(PROCESSES))
        .exec();
    docker.startContainerCmd(name).exec();
  }

  private String outcomeOf(String prober) {
    int status =
        docker
            .waitContainerCmd(prober)
            .exec(new WaitContainerResultCallback())
            .awaitStatusCode(LONGEST_SECONDS, TimeUnit.SECONDS);
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
          .awaitCompletion(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return text.toString();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a calibration", stopping);
    }
  }

  private void remove(String container) {
    try {
      docker.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException neverCreated) {
      // What went wrong before is on its way to the caller.
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

  /** Since its start. The engine takes a second or two for it: not to be asked without need. */
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
          .awaitCompletion(PATIENCE_SECONDS, TimeUnit.SECONDS);
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
        ? OptionalDouble.of(quota / (period > 0 ? period : DEFAULT_PERIOD))
        : OptionalDouble.empty();
  }

  private InspectContainerResponse gateway() {
    return docker.inspectContainerCmd(lab.container("wan-gateway").getContainerId()).exec();
  }

  private String project() {
    Map<String, String> labels = Objects.requireNonNull(gateway().getConfig().getLabels());
    return Objects.requireNonNull(labels.get("com.docker.compose.project"));
  }
}
