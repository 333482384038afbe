package nearfar.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import org.testcontainers.containers.Container.ExecResult;

/**
 * The WAN's link in a running lab. Each change returns when it is applied. The clients go on, and
 * so do connections that the change does not have to end.
 */
public final class Wan {
  private static final String[] PROGRAM = {
    "/opt/java/bin/java",
    "-XX:AOTCache=/app/wan-control.aot",
    "-Xmx16m",
    // Longer than wan-control's own: a caller can wait on a busy machine.
    "-Dsun.net.client.defaultConnectTimeout=3000",
    "-Dsun.net.client.defaultReadTimeout=3000",
    "-jar",
    "/app/wan-control.jar"
  };
  private static final int APPLIED = 0;
  private static final int ENGINE_NEEDED = 3;
  private static final Pattern PARTITION = Pattern.compile("FAULT=.*\\bpartition:([^,@]*)");

  private final Lab lab;
  private final EngineFaults engineFaults;

  Wan(Lab lab, EngineFaults engineFaults) {
    this.lab = lab;
    this.engineFaults = engineFaults;
  }

  /**
   * Changes the link as {@code make wan} does.
   *
   * @param parameters such as {@code PROFILE=lte}, {@code DOWN=200ms~20ms}, {@code FAULT=reset:10}
   * @throws IllegalArgumentException if a parameter is wrong, with the closest valid one; the link
   *     has not changed then
   * @throws IllegalStateException if the change is not applied within some seconds
   */
  public void change(Map<String, String> parameters) {
    change(
        parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
            .toArray(String[]::new));
  }

  /**
   * Replaces the faults of the link.
   *
   * @param faults such as {@code sliced,slow-close:1s}; {@code none} removes them
   */
  public void fault(String faults) {
    change("FAULT=" + faults);
  }

  /** Changes to the profile of that name. */
  public void profile(String name) {
    change("PROFILE=" + name);
  }

  /** Changes to a link with these impairments. */
  public void link(Impairment down, Impairment up) {
    change(parameters(down, up).toArray(String[]::new));
  }

  /** A link as parameters, such as {@code DOWN=200ms~20ms}. */
  static List<String> parameters(Impairment down, Impairment up) {
    List<String> parameters = new ArrayList<>(List.of("PROFILE=custom"));
    add(parameters, "DOWN", down);
    add(parameters, "UP", up);
    return parameters;
  }

  private static void add(List<String> parameters, String way, Impairment impairment) {
    parameters.add(
        "%s=%s~%s"
            .formatted(
                way, Durations.format(impairment.delay()), Durations.format(impairment.jitter())));
    if (impairment.rate() != null) {
      parameters.add(way + "_RATE=" + impairment.rate());
    }
  }

  /**
   * Cuts the link: no byte crosses it in either direction. Connections are not refused, and open
   * ones do not end.
   */
  public void cut() {
    change("PROFILE=cut");
  }

  /** Refuses new connections, and ends the open ones. */
  public void refuse() {
    change("PROFILE=refused");
  }

  /** Restores the link that was applied before {@link #cut} or {@link #refuse}. */
  public void heal() {
    change("PROFILE=heal");
  }

  /**
   * The link that is asked for, in one line for people; a partition that ended is put back first.
   */
  public String summary() {
    putBackPartition();
    return control("show").getStdout().strip();
  }

  /** Waits until the link is as asked; a partition that ended is put back first. */
  public void awaitApplied() {
    putBackPartition();
    requireApplied(control("await"));
  }

  /** A client that was restarted has left a partition, which wan-control cannot see. */
  private void putBackPartition() {
    ExecResult shown = control("show");
    if (!(shown.getStdout() + shown.getStderr()).contains("partition:")) {
      return;
    }
    Stream<String> started =
        lab.clients(Side.FAR).stream().map(client -> client + "=" + lab.startedAt(client));
    ExecResult reply = control(Stream.concat(Stream.of("started"), started).toArray(String[]::new));
    if (reply.getExitCode() == ENGINE_NEEDED) {
      engineFaults.settle(columns(reply));
      requireApplied(control("done"));
    }
  }

  private void change(String... words) {
    requireClients(words);
    ExecResult asked =
        control(Stream.concat(Stream.of("ask"), Stream.of(words)).toArray(String[]::new));
    switch (asked.getExitCode()) {
      case APPLIED -> {}
      case ENGINE_NEEDED -> {
        engineFaults.settle(columns(asked));
        requireApplied(control("done"));
      }
      default -> throw new IllegalArgumentException(asked.getStderr().strip());
    }
  }

  /** wan-control does not have the list of clients. */
  private void requireClients(String... words) {
    for (String word : words) {
      Matcher partition = PARTITION.matcher(word);
      if (partition.find()) {
        List<String> there = lab.clients(Side.FAR);
        for (String client : partition.group(1).split("\\+", -1)) {
          if (client.matches("client-wan-\\d+") && !there.contains(client)) {
            throw new IllegalArgumentException(
                "%s: there is no %s in this lab; there are %s"
                    .formatted(word, client, String.join(", ", there)));
          }
        }
      }
    }
  }

  private static Map<String, String> columns(ExecResult asked) {
    return asked
        .getStdout()
        .lines()
        .map(line -> line.split("\t", 2))
        .filter(fields -> fields.length == 2)
        .collect(Collectors.toMap(fields -> fields[0], fields -> fields[1]));
  }

  private static void requireApplied(ExecResult result) {
    if (result.getExitCode() != APPLIED) {
      throw new IllegalStateException("the link is not applied: " + result.getStderr().strip());
    }
  }

  ExecResult control(String... arguments) {
    String[] command =
        Stream.concat(Stream.of(PROGRAM), Stream.of(arguments)).toArray(String[]::new);
    try {
      return lab.container("wan-control").execInContainer(command);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted during a change of the link", stopping);
    }
  }
}
