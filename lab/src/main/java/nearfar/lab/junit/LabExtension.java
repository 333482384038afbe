package nearfar.lab.junit;

import java.util.function.Supplier;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Provides a lab by a field, for settings that {@link WithLab} does not have: a service in a
 * container of the test, or several labs. In a static field the tests of the class share the lab;
 * in an instance field each test has a new one.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LabExtension LAB = LabExtension.with(LabSettings.defaults().profile("lte"));
 * }</pre>
 *
 * <p>The lab starts with the first call of {@link #lab} or the first parameter, as with {@link
 * WithLab}, and is closed after the last test that can use it. With several such fields, use {@link
 * #lab}: a parameter cannot choose between them. Thread-safe.
 */
public final class LabExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(LabExtension.class);

  private final LazyLab lab;

  private LabExtension(Supplier<LabSettings> settings) {
    this.lab = new LazyLab(settings);
  }

  /** A lab with these settings. */
  public static LabExtension with(LabSettings settings) {
    return new LabExtension(() -> settings);
  }

  /**
   * A lab whose settings are computed when it starts.
   *
   * @param settings called once for each start, by the thread of the test
   */
  public static LabExtension with(Supplier<LabSettings> settings) {
    return new LabExtension(settings);
  }

  /**
   * The lab. Starts it if it is not running.
   *
   * @throws IllegalStateException if no test of this extension is running, or an image is missing
   */
  public Lab lab() {
    return lab.get();
  }

  /** Called by JUnit. */
  @Override
  public void beforeAll(ExtensionContext testClass) {
    begin(testClass);
  }

  /** Called by JUnit. */
  @Override
  public void beforeEach(ExtensionContext test) {
    begin(test);
  }

  /** Called by JUnit. */
  @Override
  public void afterEach(ExtensionContext test) {
    FailureArtifacts.end(test, lab);
  }

  /** Called by JUnit. */
  @Override
  public void afterAll(ExtensionContext testClass) {
    FailureArtifacts.end(testClass, lab);
  }

  /** Called by JUnit. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return LabParameter.isSupported(parameter);
  }

  /** Called by JUnit. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return LabParameter.of(this::lab, parameter);
  }

  /** JUnit closes what is in the store when the context ends. */
  private void begin(ExtensionContext context) {
    context.getStore(NAMESPACE).put(this, lab.hold());
    FailureArtifacts.begin(context);
  }
}
