package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.Set;

/** The gateway does not listen: its kernel answers a SYN with a reset. */
public record Refused() implements Fault {
  static final FaultKind KIND =
      new FaultKind(
          "refused",
          "refused",
          new Refused(),
          word -> word.alone(new Refused(), "the gateway either listens or does not"));

  @Override
  public String word() {
    return KIND.name();
  }

  @Override
  public String clientSees() {
    return "every connection is refused at once";
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.allOf(Aspect.class);
  }

  @Override
  public boolean letsGreet() {
    return false;
  }
}
