package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.Set;

/** The gateway is paused and its kernel runs on: connections are made, and no data comes. */
public record Cut() implements Fault {
  static final FaultKind KIND =
      new FaultKind(
          "cut",
          "cut",
          new Cut(),
          word -> word.alone(new Cut(), "the gateway is paused as a whole"));

  @Override
  public String word() {
    return KIND.name();
  }

  @Override
  public String clientSees() {
    return "no byte crosses, in either direction; nothing is refused, nothing ends";
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
