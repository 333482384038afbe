package nearfar.networks.control;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import nearfar.networks.calibration.Calibration;
import nearfar.networks.calibration.Effort;
import nearfar.networks.calibration.Json;
import nearfar.networks.calibration.Plan;
import nearfar.networks.calibration.Prober;
import nearfar.networks.calibration.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "probe",
    description = "The near end of a calibration: measures the links of a plan.",
    mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {
  /** The links are not as asked; as the scenarios' exit status for a lab that is not. */
  private static final int NOT_TRUSTWORTHY = 3;

  @Option(
      names = "--host",
      defaultValue = "server",
      description = "where the gateway is, ${DEFAULT-VALUE}")
  String host = "server";

  @Option(names = "--json", description = "prints JSON in place of a table")
  boolean json;

  @Option(names = "--quick", description = "floor and median only, within two seconds or three")
  boolean quick;

  @Option(
      names = "--gateway-cpus",
      description = "the cores that the gateway may use, if it has a quota")
  double gatewayCpus;

  @Parameters(paramLabel = "PLAN", description = "what calibration open printed")
  String plan = "";

  @Override
  public Integer call() throws IOException {
    Effort effort = quick ? Effort.QUICK : Effort.THOROUGH;
    List<Calibration> calibrations =
        new Prober(host, Plan.parse(plan), effort, ProbeCommand::tell)
            .measure().stream().map(this::withQuota).toList();
    System.out.print(json ? Json.of(calibrations) + "\n" : Table.of(calibrations));
    boolean trusted = calibrations.stream().allMatch(each -> each.doubt().isEmpty());
    return trusted ? ExitCode.DONE.status() : NOT_TRUSTWORTHY;
  }

  private Calibration withQuota(Calibration calibration) {
    return gatewayCpus > 0 ? calibration.withGatewayCpus(gatewayCpus) : calibration;
  }

  private static void tell(String progress) {
    System.err.println("  measuring " + progress);
  }
}
