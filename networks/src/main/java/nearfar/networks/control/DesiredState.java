package nearfar.networks.control;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nearfar.networks.fault.BlackHole;
import nearfar.networks.fault.Cut;
import nearfar.networks.fault.Fault;
import nearfar.networks.fault.Faults;
import nearfar.networks.fault.Flapping;
import nearfar.networks.fault.Partition;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The desired link and faults, and since when: all the state that survives a crash.
 *
 * @param link the link, which comes back when a fault that closes it is lifted
 * @param faults the faults on the link
 * @param sinceNanos when it was asked for, by {@link System#nanoTime}; one clock for all containers
 *     of a Linux host, until that restarts
 * @param initial the link that the container was started with, as its variables give it
 * @param touched the clients that may be unreachable from the gateway, by this change or an earlier
 *     one
 * @param dockerPending whether Docker still has to make clients unreachable or reachable
 * @param settled when Docker last did so, or when nothing was left to do
 */
record DesiredState(
    Link link,
    Faults faults,
    long sinceNanos,
    Instant since,
    String initial,
    Set<String> touched,
    boolean dockerPending,
    Instant settled) {

  DesiredState {
    // The clock restarts with the host; then the only possible value is now.
    if (sinceNanos < 0 || sinceNanos > System.nanoTime()) {
      sinceNanos = System.nanoTime();
    }
    touched = Set.copyOf(touched);
  }

  /** The state that a lab starts with. */
  static DesiredState first(Link link, Faults faults, String initial) {
    Instant now = Instant.now(); // time of day
    return new DesiredState(link, faults, System.nanoTime(), now, initial, Set.of(), false, now);
  }

  /** The next state. */
  DesiredState then(Link nextLink, Faults nextFaults) {
    Set<String> nextTouched = new TreeSet<>(touched);
    nextTouched.addAll(partitioned(nextFaults));
    boolean nextDockerPending =
        dockerPending || !partitioned(nextFaults).equals(partitioned(faults));
    Instant now = Instant.now(); // time of day
    return new DesiredState(
        nextLink,
        nextFaults,
        System.nanoTime(),
        now,
        initial,
        nextTouched,
        nextDockerPending,
        settled);
  }

  /** The same state, after Docker changed the partition. */
  DesiredState withDockerDone() {
    Instant now = Instant.now(); // time of day
    return new DesiredState(
        link, faults, sinceNanos, since, initial, partitioned(faults), false, now);
  }

  /** The same state, with the partition lost: Docker has to make it again. */
  DesiredState withDockerPending() {
    return new DesiredState(link, faults, sinceNanos, since, initial, touched, true, settled);
  }

  /** The clients of a partition whose containers were started after Docker made the partition. */
  Set<String> startedSincePutApart(Map<String, Instant> started) {
    return started.keySet().stream()
        .filter(client -> partitioned().contains(client))
        .filter(client -> started.getOrDefault(client, Instant.MIN).isAfter(settled))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean sameLinkAs(DesiredState other) {
    return link.equals(other.link) && faults.equals(other.faults);
  }

  boolean isCut() {
    return faults.has(Cut.class);
  }

  boolean isBlackHole() {
    return faults.has(BlackHole.class);
  }

  /** Whether only Docker can apply or lift it. */
  boolean needsDocker() {
    return isCut() || isBlackHole() || dockerPending;
  }

  /** The clients that must not reach the gateway. */
  Set<String> partitioned() {
    return partitioned(faults);
  }

  private static Set<String> partitioned(Faults faults) {
    return faults
        .find(Partition.class)
        .map(partition -> (Set<String>) new TreeSet<>(partition.clients()))
        .orElse(Set.of());
  }

  /** One line for people. */
  String summary() {
    return faults
        .closing()
        .map(fault ->
            "%s: %s, until it is healed to %s"
                .formatted(fault.word(), fault.clientSees(), link.name()))
        .orElseGet(() ->
            link.summary()
                + faults.all().stream()
                    .map(fault -> "; %s: %s".formatted(fault.word(), fault.clientSees()))
                    .collect(Collectors.joining()));
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("name", link.name());
    json.add("down", toJson(link.down()));
    json.add("up", toJson(link.up()));
    json.addProperty("faults", faults.toString());
    faults.find(Flapping.class).ifPresent(flapping -> json.addProperty("seed", flapping.seed()));
    json.addProperty("since_ns", sinceNanos);
    json.addProperty("since", since.toString());
    json.addProperty("initial", initial);
    JsonArray clients = new JsonArray();
    touched.forEach(clients::add);
    json.add("touched", clients);
    json.addProperty("owed", dockerPending);
    json.addProperty("settled", settled.toString());
    return json;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws RuntimeException of various kinds, if it is something else
   */
  static DesiredState fromJson(JsonObject json) {
    Link link =
        new Link(
            json.get("name").getAsString(),
            impairment(json.getAsJsonObject("down")),
            impairment(json.getAsJsonObject("up")));
    Faults faults =
        Faults.parse(json.get("faults").getAsString())
            .map(fault -> fault instanceof Flapping flapping ? seeded(flapping, json) : fault);
    List<String> touched =
        json.getAsJsonArray("touched").asList().stream().map(each -> each.getAsString()).toList();
    return new DesiredState(
        link,
        faults,
        json.get("since_ns").getAsLong(),
        Instant.parse(json.get("since").getAsString()),
        json.get("initial").getAsString(),
        Set.copyOf(touched),
        json.get("owed").getAsBoolean(),
        Instant.parse(json.get("settled").getAsString()));
  }

  private static Fault seeded(Flapping flapping, JsonObject json) {
    return flapping.withSeed(json.get("seed").getAsLong());
  }

  private static JsonObject toJson(Impairment impairment) {
    JsonObject json = new JsonObject();
    json.addProperty("delay", Durations.format(impairment.delay()));
    json.addProperty("jitter", Durations.format(impairment.jitter()));
    if (impairment.rate() != null) {
      json.addProperty("rate", impairment.rate().toString());
    }
    return json;
  }

  private static Impairment impairment(JsonObject json) {
    @Nullable Rate rate = json.has("rate") ? Rate.parse(json.get("rate").getAsString()) : null;
    return new Impairment(
        Durations.parse(json.get("delay").getAsString()),
        Durations.parse(json.get("jitter").getAsString()),
        rate);
  }
}
