package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.Set;

/** Packets that ask for a connection are dropped without an answer. */
public record BlackHole() implements Fault {
  static final FaultKind KIND =
      new FaultKind(
          "black-hole",
          "black-hole",
          new BlackHole(),
          word ->
              word.alone(new BlackHole(), "what listens in the gateway's place answers nobody"));

  @Override
  public String word() {
    return KIND.name();
  }

  @Override
  public String clientSees() {
    return "connecting gets no answer at all, and times out";
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
