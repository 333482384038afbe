package nearfar.networks.control;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "check",
    description = "Checks a link's words and prints them, without a lab.",
    mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
  @Mixin LinkOptions link = new LinkOptions();

  @Override
  public Integer call() {
    System.out.println(Order.initialLink(link.words()).summary());
    return ExitCode.DONE.status();
  }
}
