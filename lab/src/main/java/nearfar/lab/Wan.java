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
 * The WAN's link in a running lab. Each change returns when it is in force; the clients run on, and
 * connections that a change need not end go on too.
 */
public final class Wan {
  private static final String[] PROGRAM = {
    "/opt/java/bin/java",
    "-XX:AOTCache=/app/wan-control.aot",
    "-Xmx16m",
    // Those of wan-control's own are for what keeps the link; a caller can wait on a busy machine.
    "-Dsun.net.client.defaultConnectTimeout=3000",
    "-Dsun.net.client.defaultReadTimeout=3000",
    "-jar",
    "/app/wan-control.jar"
  };
  private static final int IN_FORCE = 0;
  private static final int ENGINE_NEEDED = 3;
  private static final Pattern PARTITION = Pattern.compile("FAULT=.*\\bpartition:([^,@]*)");

  private final Lab lab;
  private final EngineFaults outside;

  Wan(Lab lab, EngineFaults outside) {
    this.lab = lab;
    this.outside = outside;
  }

  /**
   * Changes the link as {@code make wan} does.
   *
   * @param words such as {@code PROFILE=lte}, {@code DOWN=200ms~20ms}, {@code FAULT=reset:10}
   * @throws IllegalArgumentException naming what is wrong and the nearest that is right; nothing
   *     has changed then
   * @throws IllegalStateException if it is not in force within some seconds
   */
  public void change(Map<String, String> words) {
    change(
        words.entrySet().stream()
            .map(word -> word.getKey() + "=" + word.getValue())
            .toArray(String[]::new));
  }

  /**
   * Puts faults on the link that there is, in place of those that were on it.
   *
   * @param words such as {@code sliced,slow-close:1s}; {@code none} lifts them
   */
  public void fault(String words) {
    change("FAULT=" + words);
  }

  /** Changes to a profile of that name. */
  public void profile(String name) {
    change("PROFILE=" + name);
  }

  /** Changes to a link of one's own. */
  public void link(Impairment down, Impairment up) {
    change(words(down, up).toArray(String[]::new));
  }

  /** A link in the words of the lab's variables. */
  static List<String> words(Impairment down, Impairment up) {
    List<String> words = new ArrayList<>(List.of("PROFILE=custom"));
    add(words, "DOWN", down);
    add(words, "UP", up);
    return words;
  }

  private static void add(List<String> words, String way, Impairment impairment) {
    words.add(
        "%s=%s~%s"
            .formatted(
                way, Durations.format(impairment.delay()), Durations.format(impairment.jitter())));
    if (impairment.rate() != null) {
      words.add(way + "_RATE=" + impairment.rate());
    }
  }

  /**
   * Cuts the link: from now on no byte crosses, in either direction; nothing is refused, nothing
   * ends.
   */
  public void cut() {
    change("PROFILE=cut");
  }

  /** Refuses connections from now on, and ends the open ones. */
  public void refuse() {
    change("PROFILE=refused");
  }

  /** Puts back the link that was there before it was cut or refused. */
  public void heal() {
    change("PROFILE=heal");
  }

  /** The link that is asked for, in one line for people. */
  public String summary() {
    return control("show").getStdout().strip();
  }

  /** Waits until the link is as asked. */
  public void awaitInForce() {
    requireInForce(control("await"));
  }

  private void change(String... words) {
    requireClients(words);
    ExecResult asked =
        control(Stream.concat(Stream.of("ask"), Stream.of(words)).toArray(String[]::new));
    switch (asked.getExitCode()) {
      case IN_FORCE -> {}
      case ENGINE_NEEDED -> {
        outside.settle(said(asked));
        requireInForce(control("done"));
      }
      default -> throw new IllegalArgumentException(asked.getStderr().strip());
    }
  }

  /** wan-control does not know who is there. */
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

  private static Map<String, String> said(ExecResult asked) {
    return asked
        .getStdout()
        .lines()
        .map(line -> line.split("\t", 2))
        .filter(columns -> columns.length == 2)
        .collect(Collectors.toMap(columns -> columns[0], columns -> columns[1]));
  }

  private static void requireInForce(ExecResult result) {
    if (result.getExitCode() != IN_FORCE) {
      throw new IllegalStateException("the link is not in force: " + result.getStderr().strip());
    }
  }

  /** Lets the gateway go on, which the link that is asked for may not want. */
  void unpause() {
    outside.release();
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
      throw new IllegalStateException("interrupted while the link was being changed", stopping);
    }
  }
}
