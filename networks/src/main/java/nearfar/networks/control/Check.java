package nearfar.networks.control;

import java.util.List;
import nearfar.common.cli.Command;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

final class Check extends Command {

  Check() {
    super(
        Usage.of(
            "wan-control check",
            List.of("Checks a link's words and prints them, without a lab."),
            List.of(Parameter.any("NAME=VALUE", "the same words as those of ask")),
            List.of()));
  }

  @Override
  protected int run(ParsedArguments given) {
    System.out.println(LinkChange.first(LinkSpec.parse(given.arguments())).summary());
    return ExitCode.DONE.status();
  }
}
