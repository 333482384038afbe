package nearfar.networks.control;

import java.io.IOException;
import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;
import nearfar.networks.calibration.Calibration;
import nearfar.networks.calibration.Json;
import nearfar.networks.calibration.Plan;
import nearfar.networks.calibration.Prober;
import nearfar.networks.calibration.Quota;
import nearfar.networks.calibration.Sampling;
import nearfar.networks.calibration.Table;

final class ProbeCommand extends Command {
  /** The links are not as asked; the same status as a scenario's for such a lab. */
  private static final int NOT_TRUSTWORTHY = 3;

  private static final OptionSpec<String> HOST =
      OptionSpec.value("host", "HOST", "server", String::toString, "where the gateway is (now %s)")
          .withVariable(null);

  private static final OptionSpec<Boolean> JSON =
      OptionSpec.toggle("json", "prints JSON in place of a table").withVariable(null);

  private static final OptionSpec<Boolean> QUICK =
      OptionSpec.toggle("quick", "floor and median only, within two seconds or three")
          .withVariable(null);

  private static final OptionSpec<Double> GATEWAY_CPUS =
      OptionSpec.value(
              "gateway-cpus",
              "CPUS",
              "0",
              Numbers::cores,
              "the cores that the gateway may use, if it has a quota")
          .withVariable(null);

  ProbeCommand() {
    super(
        Usage.of(
            "wan-control probe",
            List.of("The near end of a calibration: measures the links of a plan."),
            List.of(Parameter.one("PLAN", "what calibration open printed")),
            List.of(HOST, JSON, QUICK, GATEWAY_CPUS)));
  }

  @Override
  protected int run(ParsedArguments given) throws IOException {
    double gatewayCpus = given.value(GATEWAY_CPUS);
    boolean json = given.value(JSON);
    Sampling sampling = given.value(QUICK) ? Sampling.QUICK : Sampling.THOROUGH;
    String host = given.value(HOST);
    Plan plan = Plan.parse(given.arguments().getFirst());
    List<Calibration> calibrations =
        new Prober(host, plan, sampling, ProbeCommand::printProgress)
            .measure().stream().map(each -> withQuota(each, gatewayCpus)).toList();
    System.out.print(json ? Json.of(calibrations) + "\n" : Table.of(calibrations));
    boolean trusted = calibrations.stream().allMatch(each -> each.doubt().isEmpty());
    return trusted ? ExitCode.DONE.status() : NOT_TRUSTWORTHY;
  }

  private static Calibration withQuota(Calibration calibration, double gatewayCpus) {
    return gatewayCpus > 0 ? calibration.withGateway(new Quota(gatewayCpus, 0)) : calibration;
  }

  private static void printProgress(String progress) {
    System.err.println("  measuring " + progress);
  }
}
