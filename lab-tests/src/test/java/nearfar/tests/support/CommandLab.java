package nearfar.tests.support;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.lab.LabInternals;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;

/** A lab that is made, watched and removed by the lab's commands alone, on a ground of its own. */
public final class CommandLab implements AutoCloseable {
  private static final String NAME = "nearfar.lab";
  private static final String PROJECT = "com.docker.compose.project";
  private static final int PATIENCE_MILLIS = 10_000;

  private final DockerClient docker = DockerClientFactory.lazyClient();
  private final String name;
  private final LabInternals.Addresses addresses;
  private final Map<String, @Nullable String> variables = new HashMap<>();

  public CommandLab() {
    name = "nearfar-commands-" + random();
    addresses = LabInternals.Addresses.find(docker);
    variables.put("LAB", name);
    variables.put("LAN_PORT", Integer.toString(addresses.lanPort()));
    variables.put("WAN_PORT", Integer.toString(addresses.wanPort()));
    variables.put("SUBNET", addresses.subnet());
    common();
  }

  private CommandLab(Attendee attendee) {
    name = attendee.lab();
    addresses = attendee.addresses();
    variables.put("AS", attendee.name());
    common();
  }

  /** That of an attendee whose name is nobody's, and is all that its commands are told. */
  public static CommandLab ofAnAttendee() {
    return new CommandLab(Attendee.of("test-" + random()));
  }

  private static String random() {
    return "%08x".formatted(ThreadLocalRandom.current().nextInt());
  }

  private void common() {
    variables.put("NEARFAR_OWNER", LabInternals.thisOwner());
    variables.put("INTERVAL", "200ms");
  }

  public String name() {
    return name;
  }

  public LabInternals.Addresses addresses() {
    return addresses;
  }

  /** One more variable for all of this lab's commands; null takes it away. */
  public CommandLab with(String variable, @Nullable String value) {
    variables.put(variable, value);
    return this;
  }

  /** A `make` command for this lab. */
  public Command make(String... words) {
    return Command.make(words).with(variables);
  }

  /** Any command, with this lab's variables. */
  public Command command(String... words) {
    return Command.of(words).with(variables);
  }

  /** What `make -s lab-status JSON=1` prints. */
  public JsonObject status() {
    Command.Ended ended = make("-s", "lab-status", "JSON=1").run();
    if (ended.status() != 0) {
      throw new AssertionError(ended.toString());
    }
    return JsonParser.parseString(ended.out()).getAsJsonObject();
  }

  /** The ids of the lab's containers by their names, without what is only there to help. */
  public Map<String, String> containers() {
    return labelled().stream()
        .filter(container -> container.getLabels().containsKey(PROJECT))
        .collect(
            Collectors.toMap(
                container -> container.getNames()[0].replace("/" + name + "-", ""),
                Container::getId,
                (one, other) -> one,
                TreeMap::new));
  }

  /** How often the engine has restarted a container of that service. */
  public int restarts(String service) {
    String id = containers().get(service + "-1");
    return docker.inspectContainerCmd(id).exec().getRestartCount();
  }

  /** The images of containers that help a command and are no part of the lab. */
  public List<String> helpers() {
    return labelled().stream()
        .filter(container -> !container.getLabels().containsKey(PROJECT))
        .map(Container::getImage)
        .toList();
  }

  private List<Container> labelled() {
    return docker.listContainersCmd().withShowAll(true).withLabelFilter(Map.of(NAME, name)).exec();
  }

  /** Everything that Docker has of the lab: containers, networks, volumes. */
  public List<String> everything() {
    return Stream.of(NAME, PROJECT)
        .flatMap(label -> {
          String filter = label + "=" + name;
          return Stream.of(
                  docker
                      .listContainersCmd()
                      .withShowAll(true)
                      .withLabelFilter(List.of(filter))
                      .exec()
                      .stream()
                      .map(each -> "container " + String.join(" ", each.getNames())),
                  docker.listNetworksCmd().withFilter("label", List.of(filter)).exec().stream()
                      .map(each -> "network " + each.getName()),
                  docker
                      .listVolumesCmd()
                      .withFilter("label", List.of(filter))
                      .exec()
                      .getVolumes()
                      .stream()
                      .map(each -> "volume " + each.getName()))
              .flatMap(some -> some);
        })
        .distinct()
        .toList();
  }

  /** The processes on this machine that speak of the lab by its name. */
  public List<String> processes() {
    return ProcessHandle.allProcesses()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(name))
        .toList();
  }

  /** All that comes through the door over the LAN. */
  public String greetingOverTheLan() {
    return read(addresses.lanPort());
  }

  /** All that comes through the door over the WAN. */
  public String greetingOverTheWan() {
    return read(addresses.wanPort());
  }

  private static String read(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      try (InputStream input = socket.getInputStream()) {
        return new String(input.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Takes the lab down. */
  @Override
  public void close() {
    Command.Ended ended = make("lab-down").run();
    List<String> left = everything();
    if (ended.status() != 0 || !left.isEmpty()) {
      throw new AssertionError("lab-down left " + left + "; " + ended);
    }
  }
}
