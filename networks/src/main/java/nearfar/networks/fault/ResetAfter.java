package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.Set;

/**
 * The connection is torn down in the middle of the greeting.
 *
 * @param bytes how many of it arrive before; one or more
 */
public record ResetAfter(int bytes) implements Fault {
  static final FaultKind KIND =
      new FaultKind("reset", "reset:BYTES", new ResetAfter(10), ResetAfter::read);

  private static Fault read(FaultWord word) {
    if (word.value() == null) {
      return Reset.KIND.read().apply(word);
    }
    word.refuseShare(
        "Toxiproxy would still end the spared connections with a reset in place of an orderly end");
    return new ResetAfter(word.bytes(word.value(), 1));
  }

  @Override
  public String word() {
    return KIND.name() + ":" + bytes;
  }

  @Override
  public String clientSees() {
    return "every connection brings %s, then is reset".formatted(Bytes.count(bytes));
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
