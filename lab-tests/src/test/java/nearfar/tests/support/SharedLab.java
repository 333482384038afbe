package nearfar.tests.support;

import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives one lab of two clients a side to all tests that only look at it: a parameter of type {@link
 * Lab} is that one. It starts for the first of them and is closed after the last test of all.
 */
public final class SharedLab implements ParameterResolver {
  public static final String GREETING = "greeting of the shared lab";

  private static final LabSettings SETTINGS =
      LabSettings.defaults().clients(2, 2).greeting(GREETING);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Lab.class;
  }

  @Override
  public Lab resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.create(SharedLab.class))
        .computeIfAbsent(Lab.class, key -> Lab.start(SETTINGS), Lab.class);
  }
}
