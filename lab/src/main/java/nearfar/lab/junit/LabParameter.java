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

/** Resolves a test's parameter to a part of its lab, by the parameter's type. */
final class LabParameter {
  private LabParameter() {}

  static boolean isSupported(ParameterContext parameter) {
    Class<?> type = parameter.getParameter().getType();
    return type == Lab.class || type == Wan.class || type == Client.class || isClients(parameter);
  }

  /** The value of a parameter. The lab does not start for an ambiguous parameter. */
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
          "which client is '%s'? Add either @Near or @Far to it"
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
          "no client for '%s': the lab has no clients on that side"
              .formatted(parameter.getParameter()));
    }
    return clients.getFirst();
  }
}
