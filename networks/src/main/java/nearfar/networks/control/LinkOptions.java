package nearfar.networks.control;

import picocli.CommandLine.Option;

/** A link in words, by option or by the variable of the same name; the option wins. */
final class LinkOptions {
  @Option(
      names = "--profile",
      defaultValue = "${env:PROFILE:-}",
      description = "name of a link profile, or custom; to ask also cut, heal, refused")
  String profile = "";

  @Option(
      names = "--down",
      defaultValue = "${env:DOWN:-}",
      description = "delay~jitter to the clients, such as 200ms~20ms")
  String down = "";

  @Option(names = "--up", defaultValue = "${env:UP:-}", description = "delay~jitter to the server")
  String up = "";

  @Option(
      names = "--rate",
      defaultValue = "${env:RATE:-}",
      description = "rate of both directions, per connection, such as 2mbit")
  String rate = "";

  @Option(
      names = "--down-rate",
      defaultValue = "${env:DOWN_RATE:-}",
      description = "rate to the clients, where it differs")
  String downRate = "";

  @Option(
      names = "--up-rate",
      defaultValue = "${env:UP_RATE:-}",
      description = "rate to the server, where it differs")
  String upRate = "";

  LinkWords words() {
    return new LinkWords(profile, down, up, rate, downRate, upRate);
  }
}
