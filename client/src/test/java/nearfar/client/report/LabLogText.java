package nearfar.client.report;

import java.time.Instant;
import java.util.Locale;

/** Builds the log of an imaginary lab. Times are seconds since the host booted, at midnight. */
final class LabLogText {

  private static final Instant BOOT = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BROADBAND =
      "broadband: down 12ms ±3ms 50mbit, up 12ms ±3ms 10mbit, per connection";

  private final StringBuilder text = new StringBuilder();

  LabLogText line(String line) {
    text.append(line).append('\n');
    return this;
  }

  LabLogText watching(String client, double at) {
    return event(
        client,
        at,
        "watching",
        "\"at_ns\":%d,\"host\":\"server\",\"port\":4444,\"interval_ms\":1000".formatted(ns(at)));
  }

  LabLogText greeted(String client, double at, double connectMillis, double greetingMillis) {
    return event(
        client,
        at,
        "greeted",
        "\"start_ns\":%d,\"end_ns\":%d,\"connect_ms\":%s,\"greeting_ms\":%s,\"bytes\":31"
            .formatted(ns(at), ns(at + greetingMillis / 1000), connectMillis, greetingMillis));
  }

  LabLogText failed(String client, double from, double to, String reason) {
    return event(
        client,
        to,
        "failed",
        "\"start_ns\":%d,\"end_ns\":%d,\"reason\":\"%s\"".formatted(ns(from), ns(to), reason));
  }

  LabLogText changing(double at) {
    return control(
        at, "changing", "\"at_ns\":%d,\"was\":\"lte\",\"to\":\"broadband\"".formatted(ns(at)));
  }

  LabLogText lost(double at) {
    return control(
        at, "lost", "\"at_ns\":%d,\"why\":\"the gateway does not answer\"".formatted(ns(at)));
  }

  LabLogText flapped(double at, int turn, String to) {
    return control(
        at,
        "flapped",
        "\"at_ns\":%d,\"turn\":%d,\"to\":\"%s\",\"planned_ns\":%d,\"since_ns\":0"
            .formatted(ns(at), turn, to, ns(at)));
  }

  LabLogText forgotten(double at, String why) {
    return control(at, "forgotten", "\"at_ns\":%d,\"why\":\"%s\"".formatted(ns(at), why));
  }

  LabLogText guarding(double at, double since) {
    return settled("guarding", at, since, "");
  }

  /** As wan-control logs it when it starts and finds the link. */
  LabLogText started(double at, double since) {
    return guarding(at, since).restored(at, at, since);
  }

  LabLogText changed(double began, double at) {
    return settled("changed", at, at, ",\"began_ns\":" + ns(began));
  }

  LabLogText restored(double began, double at, double since) {
    return settled("restored", at, since, ",\"began_ns\":" + ns(began));
  }

  LabLogText cut(double at) {
    return control(
        at,
        "changed",
        ("\"at_ns\":%d,\"began_ns\":%d,\"link\":\"broadband\",\"state\":\"cut\",\"summary\":\"cut: no"
                + " byte crosses\",\"since_ns\":%d,\"since\":\"%s\"")
            .formatted(ns(at), ns(at), ns(at), time(at)));
  }

  private LabLogText settled(String event, double at, double since, String more) {
    return control(
        at,
        event,
        "\"at_ns\":%d%s,\"link\":\"broadband\",\"summary\":\"%s\",\"since_ns\":%d,\"since\":\"%s\""
            .formatted(ns(at), more, BROADBAND, ns(since), time(since)));
  }

  private LabLogText control(double at, String event, String fields) {
    return event("wan-control-1", at, event, fields);
  }

  private LabLogText event(String container, double at, String event, String fields) {
    String json = "{\"time\":\"%s\",\"event\":\"%s\",%s}".formatted(time(at), event, fields);
    return line(String.format(Locale.ROOT, "%-13s  | %s", container, json));
  }

  private static long ns(double seconds) {
    return Math.round(seconds * 1e9);
  }

  private static Instant time(double seconds) {
    return BOOT.plusMillis(Math.round(seconds * 1e3));
  }

  LabLog log() {
    LabLog log = new LabLog();
    text.toString().lines().forEach(log::read);
    return log;
  }

  Report report() {
    return Report.of(log());
  }

  String table() {
    return TextReport.print(report(), null);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
