package nearfar.lab.junit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
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

  static Object of(Lab lab, ParameterContext parameter) {
    Class<?> type = parameter.getParameter().getType();
    if (type == Lab.class) {
      return lab;
    }
    if (type == Wan.class) {
      return lab.wan();
    }
    List<Client> clients = clients(lab, parameter);
    return type == Client.class ? first(clients, parameter) : clients;
  }

  private static boolean isClients(ParameterContext parameter) {
    Type type = parameter.getParameter().getParameterizedType();
    return type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && list.getActualTypeArguments()[0] == Client.class;
  }

  private static List<Client> clients(Lab lab, ParameterContext parameter) {
    boolean near = parameter.isAnnotated(Near.class);
    boolean far = parameter.isAnnotated(Far.class);
    if (near != far) {
      return near ? lab.near() : lab.far();
    }
    if (parameter.getParameter().getType() == Client.class) {
      throw new ParameterResolutionException(
          "which client is '%s'? Write either @Near or @Far before it"
              .formatted(parameter.getParameter()));
    }
    List<Client> all = new ArrayList<>(lab.near());
    all.addAll(lab.far());
    return List.copyOf(all);
  }

  private static Client first(List<Client> clients, ParameterContext parameter) {
    if (clients.isEmpty()) {
      throw new ParameterResolutionException(
          "no client for '%s': the lab has none on that side".formatted(parameter.getParameter()));
    }
    return clients.getFirst();
  }
}
