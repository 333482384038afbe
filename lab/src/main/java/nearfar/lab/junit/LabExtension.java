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
 * Gives tests a lab by a field, where {@link WithLab} has no words for it: a service in a container
 * of one's own, or several labs. In a static field the lab is shared by the tests of the class, in
 * an instance field it is fresh for each.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LabExtension LAB = LabExtension.with(LabSettings.defaults().profile("lte"));
 * }</pre>
 *
 * <p>It starts when it is first asked for, by {@link #lab} or by a parameter as {@link WithLab}
 * tells, and is closed after the last test that may use it. Of several such fields a parameter
 * cannot say which one it means; {@link #lab} can. May be used by several threads.
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

  public static LabExtension with(LabSettings settings) {
    return new LabExtension(() -> settings);
  }

  /**
   * A lab whose settings are known only when it starts.
   *
   * @param settings asked once for each lab that starts, by the thread of the test that wants it
   */
  public static LabExtension with(Supplier<LabSettings> settings) {
    return new LabExtension(settings);
  }

  /**
   * The lab; started, if it is not.
   *
   * @throws IllegalStateException while no test of it runs, or if an image is missing
   */
  public Lab lab() {
    return lab.get();
  }

  /** Not for tests: JUnit calls it. */
  @Override
  public void beforeAll(ExtensionContext testClass) {
    begin(testClass);
  }

  /** Not for tests: JUnit calls it. */
  @Override
  public void beforeEach(ExtensionContext test) {
    begin(test);
  }

  /** Not for tests: JUnit calls it. */
  @Override
  public void afterEach(ExtensionContext test) {
    FailureArtifacts.end(test, lab);
  }

  /** Not for tests: JUnit calls it. */
  @Override
  public void afterAll(ExtensionContext testClass) {
    FailureArtifacts.end(testClass, lab);
  }

  /** Not for tests: JUnit calls it. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return LabParameter.isOne(parameter);
  }

  /** Not for tests: JUnit calls it. */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return LabParameter.of(this::lab, parameter);
  }

  /** JUnit's store lets go when the context ends, whatever becomes of its tests. */
  private void begin(ExtensionContext context) {
    context.getStore(NAMESPACE).put(this, lab.hold());
    FailureArtifacts.begin(context);
  }
}
