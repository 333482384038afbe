package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.Set;

/**
 * The greeting ends too early, with an orderly end.
 *
 * @param bytes how many arrive; zero or more
 */
public record Truncated(int bytes, Share share) implements Fault {
  static final FaultKind KIND =
      new FaultKind(
          "truncated",
          "truncated:BYTES[@SHARE]",
          new Truncated(10, Share.ALL),
          word ->
              new Truncated(
                  word.bytes(word.required("a number of bytes", "truncated:10"), 0),
                  word.readShare()));

  @Override
  public String word() {
    return KIND.name() + ":" + bytes + share.suffix();
  }

  @Override
  public String clientSees() {
    return "%s brings %s at most, then an orderly end"
        .formatted(share.of("connection"), Bytes.count(bytes));
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.of(Aspect.AMOUNT);
  }

  @Override
  public boolean letsGreet() {
    return true;
  }
}
