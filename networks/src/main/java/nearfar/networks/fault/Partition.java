package nearfar.networks.fault;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Some clients do not reach the gateway, and it does not reach them; the others do.
 *
 * @param clients one or more, such as {@code client-wan-2}, in order
 */
public record Partition(List<String> clients) implements Fault {
  static final FaultKind KIND =
      new FaultKind(
          "partition",
          "partition:CLIENT[+CLIENT...]",
          new Partition(List.of("client-wan-2", "client-wan-3")),
          Partition::read);

  public Partition {
    clients = List.copyOf(new TreeSet<>(clients));
  }

  private static Fault read(FaultWord word) {
    word.refuseShare("clients are taken by their names");
    List<String> clients =
        List.of(word.required("clients", "partition:client-wan-2+client-wan-3").split("\\+", -1));
    for (String client : clients) {
      if (!client.matches("client-wan-[1-9]\\d?")) {
        throw word.wrong(
            "'%s' is no far client; they are client-wan-1, client-wan-2 and so on"
                .formatted(client));
      }
    }
    return new Partition(clients);
  }

  @Override
  public String word() {
    return KIND.name() + ":" + String.join("+", clients);
  }

  @Override
  public String clientSees() {
    return "%s cannot connect, no answer comes, and what they had open stalls; the others notice nothing"
        .formatted(String.join(" and ", clients));
  }

  @Override
  public Set<Aspect> decides() {
    return EnumSet.of(Aspect.REACH);
  }

  @Override
  public boolean letsGreet() {
    return false;
  }
}
