package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.Set;

/** A connection is made, and no data passes. */
public record Hang(Share share) implements Fault {
  static final FaultKind KIND =
      new FaultKind("hang", "hang[@SHARE]", new Hang(Share.ALL), Hang::read);

  private static Fault read(FaultWord word) {
    if (word.value() != null) {
      throw word.wrong(
          "hang lasts until it is lifted; for a delay write DOWN=%s".formatted(word.value()));
    }
    return new Hang(word.readShare());
  }

  @Override
  public String word() {
    return KIND.name() + share.suffix();
  }

  @Override
  public String clientSees() {
    return share.of("connection") + " is made, and brings neither a byte nor an end";
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.of(Aspect.WAITING);
  }

  @Override
  public boolean letsGreet() {
    return !share.isAll();
  }
}
