package nearfar.tests.hardening;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.Network;
import com.github.dockerjava.api.model.Ulimit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of every container of the lab. Those with a number are items of the CIS Docker
 * Benchmark 1.8.0, those with a word are the lab's own; docs/internals/hardening.md lists them all.
 */
public enum HardeningItem {
  USER("4.1", subject -> "65532:65532".equals(subject.container().getConfig().getUser())),
  CAPABILITIES(
      "5.4",
      subject ->
          Arrays.equals(new Capability[] {Capability.ALL}, subject.host().getCapDrop())
              && isEmpty(subject.host().getCapAdd())),
  PRIVILEGED("5.5", subject -> !Boolean.TRUE.equals(subject.host().getPrivileged())),
  HOST_FILES(
      "5.6",
      subject ->
          fromTheHost(subject)
              .allMatch(
                  file -> file.equals(HardeningServices.settingsOf(subject.service()) + " ro"))),
  PRIVILEGED_PORTS(
      "5.8",
      subject ->
          subject.doors().stream()
              .allMatch(door -> Integer.parseInt(door.getHostPortSpec()) >= 1024)),
  PORTS("5.9", subject -> subject.doors().size() == HardeningServices.doorsOf(subject.service())),
  HOST_NETWORK("5.10", subject -> !"host".equals(subject.host().getNetworkMode())),
  MEMORY(
      "5.11",
      subject ->
          isWithin(subject.host().getMemory(), HardeningServices.memoryOf(subject.service()))),
  CPU(
      "5.12",
      subject ->
          Objects.equals(
              subject.host().getCpuShares(), HardeningServices.cpuSharesOf(subject.service()))),
  ROOT_FILE_SYSTEM("5.13", subject -> Boolean.TRUE.equals(subject.host().getReadonlyRootfs())),
  LOOPBACK(
      "5.14",
      subject -> subject.doors().stream().allMatch(door -> "127.0.0.1".equals(door.getHostIp()))),
  RESTART("5.15", subject -> "always".equals(subject.host().getRestartPolicy().getName())),
  HOST_PROCESSES("5.16", subject -> !"host".equals(subject.host().getPidMode())),
  HOST_IPC("5.17", subject -> !"host".equals(subject.host().getIpcMode())),
  DEVICES(
      "5.18",
      subject ->
          isEmpty(subject.host().getDevices())
              && (subject.host().getDeviceRequests() == null
                  || subject.host().getDeviceRequests().isEmpty())),
  FILE_DESCRIPTORS(
      "5.19",
      subject ->
          Stream.ofNullable(subject.host().getUlimits())
              .flatMap(Stream::of)
              .anyMatch(limit ->
                  boundsDescriptors(limit, HardeningServices.descriptorsOf(subject.service())))),
  PROPAGATION(
      "5.20",
      subject ->
          subject.container().getMounts().stream()
              .map(mount -> String.valueOf(mount.getRawValues().get("Propagation")))
              .noneMatch(mode -> mode.endsWith("shared"))),
  HOST_NAME("5.21", subject -> !"host".equals(subject.host().getUtSMode())),
  SECCOMP("5.22", subject -> options(subject).noneMatch(option -> option.startsWith("seccomp"))),
  CGROUP("5.25", subject -> Objects.equals(subject.host().getCgroupParent(), "")),
  NEW_PRIVILEGES("5.26", subject -> options(subject).anyMatch("no-new-privileges:true"::equals)),
  HEALTH(
      "5.27",
      subject ->
          !HardeningServices.isAskedForHealth(subject.service())
              || isAsked(subject.container().getConfig().getHealthcheck())),
  PROCESSES("5.29", subject -> isWithin(subject.host().getPidsLimit(), 200)),
  OWN_NETWORKS(
      "5.30",
      subject -> HardeningServices.networksOf(subject.service()).containsAll(names(subject))),
  USERS_OF_THE_HOST("5.31", subject -> !"host".equals(subject.host().getUsernsMode())),
  ENGINE(
      "5.32",
      subject ->
          subject.container().getMounts().stream()
              .noneMatch(mount -> String.valueOf(mount.getSource()).endsWith("docker.sock"))),

  LOG(
      "log",
      subject ->
          subject.host().getLogConfig().getType().getType().equals("json-file")
              && Map.of("max-size", "2m", "max-file", "3")
                  .equals(subject.host().getLogConfig().getConfig())),
  ROAD("road", subject -> Map.of("net.ipv4.ip_forward", "0").equals(subject.host().getSysctls())),
  NAMES("names", subject -> Arrays.equals(new String[] {"127.0.0.1"}, subject.host().getDns())),
  SCRATCH(
      "scratch",
      subject ->
          Stream.ofNullable(subject.host().getTmpFs())
              .flatMap(each -> each.values().stream())
              .allMatch(options -> options.contains("noexec") && options.contains("size="))),
  CLOSED_NETWORKS(
      "closed",
      subject ->
          subject.networks().entrySet().stream()
              .filter(network -> !HardeningServices.DOORSTEPS.contains(network.getKey()))
              .allMatch(network -> isClosed(network.getValue()))),
  EDGE(
      "edge",
      subject ->
          subject.networks().entrySet().stream()
              .filter(network -> HardeningServices.DOORSTEPS.contains(network.getKey()))
              .allMatch(edge ->
                  "false"
                      .equals(
                          option(
                              edge.getValue(), "com.docker.network.bridge.enable_ip_masquerade")))),
  OLD_PROTOCOL(
      "ipv4",
      subject ->
          subject.networks().values().stream()
              .noneMatch(network -> Boolean.TRUE.equals(network.getEnableIPv6()))),
  API(
      "api",
      subject ->
          !subject.service().equals("wan-gateway")
              || List.of(subject.container().getArgs()).contains("-host=wan-api"));

  private final String id;

  @SuppressWarnings("ImmutableEnumChecker") // only the lambdas above, which keep nothing
  private final Predicate<HardeningSubject> holds;

  HardeningItem(String id, Predicate<HardeningSubject> holds) {
    this.id = id;
    this.holds = holds;
  }

  /** A number of the benchmark's, or a word of the lab's own. */
  public String id() {
    return id;
  }

  public boolean holdsFor(HardeningSubject subject) {
    return holds.test(subject);
  }

  @Override
  public String toString() {
    return id;
  }

  private static boolean isEmpty(Object @Nullable [] some) {
    return some == null || some.length == 0;
  }

  private static boolean isWithin(@Nullable Long value, long most) {
    return value != null && value > 0 && value <= most;
  }

  private static Stream<String> fromTheHost(HardeningSubject subject) {
    return subject.container().getMounts().stream()
        .filter(mount -> mount.getName() == null)
        .map(mount ->
            Objects.requireNonNull(mount.getDestination()).getPath()
                + (Boolean.TRUE.equals(mount.getRW()) ? " rw" : " ro"));
  }

  private static boolean boundsDescriptors(Ulimit limit, long number) {
    return "nofile".equals(limit.getName()) && limit.getHardLong() == number;
  }

  private static Stream<String> options(HardeningSubject subject) {
    return Stream.ofNullable(subject.host().getSecurityOpts()).flatMap(List::stream);
  }

  private static boolean isAsked(@Nullable HealthCheck check) {
    return check != null
        && check.getTest() != null
        && !check.getTest().isEmpty()
        && !check.getTest().getFirst().equals("NONE");
  }

  private static Set<String> names(HardeningSubject subject) {
    return subject.networks().keySet();
  }

  private static boolean isClosed(Network network) {
    return Boolean.TRUE.equals(network.getInternal())
        && "true".equals(option(network, "com.docker.network.bridge.inhibit_ipv4"));
  }

  private static @Nullable String option(Network network, String name) {
    return network.getOptions() == null ? null : network.getOptions().get(name);
  }
}
