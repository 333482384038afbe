package nearfar.networks.control;

import java.util.List;
import nearfar.commandline.Command;
import nearfar.commandline.Given;
import nearfar.commandline.Parameter;
import nearfar.commandline.Usage;

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
  protected int run(Given given) {
    System.out.println(Order.first(LinkWords.parse(given.arguments())).summary());
    return ExitCode.DONE.status();
  }
}
