package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.Set;

/** The connection is torn down as soon as there is a byte to pass on. */
public record Reset() implements Fault {
  static final FaultKind KIND =
      new FaultKind(
          "reset",
          "reset",
          new Reset(),
          word ->
              word.alone(
                  new Reset(),
                  "Toxiproxy would still end the spared connections with a reset in place of an orderly end"));

  @Override
  public String word() {
    return KIND.name();
  }

  @Override
  public String clientSees() {
    return "every connection is made, and reset before a byte arrives";
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.of(Aspect.AMOUNT, Aspect.ENDING);
  }

  @Override
  public boolean letsGreet() {
    return false;
  }
}
