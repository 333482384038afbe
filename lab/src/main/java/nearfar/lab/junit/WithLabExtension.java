package nearfar.lab.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What stands behind {@link WithLab}: the lab hangs on the context of the annotated class or
 * method, whose store lets go of it.
 */
final class WithLabExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(WithLabExtension.class);

  /** A lab, and what the annotated context holds it by. */
  private record Held(LazyLab lab, LazyLab.Hold hold) implements AutoCloseable {
    @Override
    public void close() {
      hold.close();
    }
  }

  /** So that a constructor of a test whose method is annotated gets that method's lab. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public void beforeAll(ExtensionContext testClass) {
    FailureArtifacts.begin(testClass);
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    FailureArtifacts.begin(test);
  }

  @Override
  public void afterEach(ExtensionContext test) {
    FailureArtifacts.end(test, lab(test));
  }

  @Override
  public void afterAll(ExtensionContext testClass) {
    FailureArtifacts.end(testClass, lab(testClass));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return LabParameter.isOne(parameter);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return LabParameter.of(() -> lab(test).get(), parameter);
  }

  private static LazyLab lab(ExtensionContext test) {
    ExtensionContext annotated = test;
    while (wanted(annotated).isEmpty()) {
      annotated = annotated.getParent().orElseThrow();
    }
    WithLab wanted = wanted(annotated).get();
    // A store also finds what its parents keep, and a method's lab is not its class's.
    return annotated
        .getStore(NAMESPACE)
        .computeIfAbsent(annotated.getUniqueId(), key -> held(wanted), Held.class)
        .lab();
  }

  private static Held held(WithLab wanted) {
    LazyLab lab = new LazyLab(() -> WantedLab.settings(wanted));
    return new Held(lab, lab.hold());
  }

  /** A test's own context has no element of this kind, nor has a nested class. */
  private static Optional<WithLab> wanted(ExtensionContext context) {
    return context
        .getElement()
        .flatMap(element -> AnnotationSupport.findAnnotation(element, WithLab.class));
  }
}
