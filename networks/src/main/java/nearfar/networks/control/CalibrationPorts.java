package nearfar.networks.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import nearfar.networks.calibration.Plan;
import nearfar.networks.link.Link;
import nearfar.networks.profile.Profiles;
import nearfar.networks.toxiproxy.GatewayException;
import nearfar.networks.toxiproxy.TemporaryProxies;
import nearfar.networks.toxiproxy.TemporaryProxies.Opened;
import nearfar.networks.toxiproxy.ToxicPlan;
import org.jspecify.annotations.Nullable;

final class CalibrationPorts extends Command {
  /** A proxy older than this was left behind. */
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(15);
  private static final String PREFIX = "calibration";

  /** Variables of faults, which are not measured. */
  private static final List<String> FAULTS = List.of("FAULT=", "SEED=");

  CalibrationPorts() {
    super(
        Usage.ofCommands(
            "wan-control calibration",
            "Opens and closes proxies on the gateway over which links are measured.",
            List.of("open", "close")));
  }

  @Override
  protected @Nullable Command command(String name) {
    return switch (name) {
      case "open" -> new Open();
      case "close" -> new Close();
      default -> null;
    };
  }

  @Override
  protected int run(ParsedArguments given) {
    throw new IllegalArgumentException("open or close? see --help");
  }

  static final class Open extends Command {
    private static final OptionSpec<String> PEER =
        OptionSpec.value(
                "peer",
                "HOST",
                "calibration-peer",
                String::toString,
                "host of the peer behind the gateway (now %s)")
            .withVariable(null);

    Open() {
      super(
          Usage.of(
              "wan-control calibration open",
              List.of("Opens a proxy for each link, and one with nothing added; prints the plan."),
              List.of(
                  Parameter.any(
                      "WORDS",
                      "a link each, 'PROFILE=lte' or 'DOWN=20ms UP=5ms'; without one all"
                          + " profiles")),
              Stream.concat(GatewayOption.FLAGS.stream(), Stream.of(PEER)).toList()));
    }

    @Override
    protected int run(ParsedArguments given) throws GatewayException {
      List<String> links = given.arguments();
      List<Link> wanted =
          links.isEmpty()
              ? Profiles.names().stream().map(name -> Profiles.named(name).link()).toList()
              : links.stream().map(Open::link).toList();
      List<Link> all = Plan.withUnimpairedPath(wanted);
      List<Opened> opened =
          proxies(GatewayOption.of(given))
              .open(
                  all.stream().map(ToxicPlan::of).toList(),
                  given.value(PEER) + ":" + Plan.PEER_PORT,
                  System.nanoTime() + LONGEST.toNanos());
      List<Plan.Target> targets = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        targets.add(new Plan.Target(opened.get(i).name(), opened.get(i).port(), all.get(i)));
      }
      System.out.println(new Plan(targets));
      return ExitCode.DONE.status();
    }

    /** Reads a link from these variables; ignores its faults. */
    private static Link link(String spec) {
      List<String> variables =
          Stream.of(spec.split(" ", -1))
              .filter(word -> !word.isBlank() && FAULTS.stream().noneMatch(word::startsWith))
              .toList();
      @Nullable Link link =
          variables.isEmpty() ? null : LinkChange.of(LinkSpec.parse(variables)).link();
      if (link == null) {
        throw new IllegalArgumentException(
            "'%s' is no link that could be measured: give a profile, or numbers".formatted(spec));
      }
      return link;
    }
  }

  static final class Close extends Command {
    Close() {
      super(
          Usage.of(
              "wan-control calibration close",
              List.of("Closes the proxies of a plan."),
              List.of(Parameter.one("PLAN", "what open printed")),
              GatewayOption.FLAGS));
    }

    @Override
    protected int run(ParsedArguments given) throws GatewayException {
      Plan plan = Plan.parse(given.arguments().getFirst());
      proxies(GatewayOption.of(given)).close(plan.proxies());
      return ExitCode.DONE.status();
    }
  }

  private static TemporaryProxies proxies(GatewayOption gateway) {
    return new TemporaryProxies(gateway.host(), gateway.port(), PREFIX);
  }

  /** Starts a thread that closes overdue proxies until the process ends. */
  static void startCleaner(GatewayOption gateway) {
    TemporaryProxies proxies = proxies(gateway);
    Thread.ofVirtual()
        .start(() -> {
          while (true) {
            LockSupport.parkNanos(BETWEEN_ROUNDS.toNanos());
            try {
              proxies.closeOverdue();
            } catch (GatewayException notNow) {
              // The reconciler reports that the gateway does not answer. The next round tries
              // again.
            }
          }
        });
  }
}
