package nearfar.networks.control;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Checks a link's words and prints them, without a lab.",
    mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {
  @Parameters(paramLabel = "NAME=VALUE", description = "the same words as those of ask")
  List<String> words = List.of();

  @Override
  public Integer call() {
    System.out.println(Order.first(LinkWords.parse(words)).summary());
    return ExitCode.DONE.status();
  }
}
