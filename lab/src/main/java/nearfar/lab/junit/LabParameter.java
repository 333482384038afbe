package nearfar.lab.junit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import nearfar.lab.Client;
import nearfar.lab.Lab;
import nearfar.lab.Wan;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What of a lab a parameter asks for, by its type. */
final class LabParameter {
  private LabParameter() {}

  static boolean isOne(ParameterContext parameter) {
    Class<?> type = parameter.getParameter().getType();
    return type == Lab.class || type == Wan.class || type == Client.class || isClients(parameter);
  }

  /** Asks for the lab only where the parameter says clearly what it wants of it. */
  static Object of(Supplier<Lab> lab, ParameterContext parameter) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Lab.class) {
      return lab.get();
    }
    if (type == Wan.class) {
      return lab.get().wan();
    }
    boolean near = parameter.isAnnotated(Near.class);
    boolean far = parameter.isAnnotated(Far.class);
    if (type == Client.class && near == far) {
      throw new ParameterResolutionException(
          "which client is '%s'? Write either @Near or @Far before it"
              .formatted(parameter.getParameter()));
    }
    List<Client> clients = new ArrayList<>(near || !far ? lab.get().near() : List.of());
    clients.addAll(far || !near ? lab.get().far() : List.of());
    return type == Client.class ? first(clients, parameter) : List.copyOf(clients);
  }

  private static boolean isClients(ParameterContext parameter) {
    Type type = parameter.getParameter().getParameterizedType();
    return type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] == Client.class;
  }

  private static Client first(List<Client> clients, ParameterContext parameter) {
    if (clients.isEmpty()) {
      throw new ParameterResolutionException(
          "no client for '%s': the lab has none on that side".formatted(parameter.getParameter()));
    }
    return clients.getFirst();
  }
}
