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
 * Implements {@link WithLab}. The store of the annotated class or method holds the lab, and JUnit
 * closes it with the store.
 */
final class WithLabExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(WithLabExtension.class);

  /** A lab in the store. */
  private record Held(LazyLab lab, LazyLab.Hold hold) implements AutoCloseable {
    @Override
    public void close() {
      hold.close();
    }
  }

  /** With this scope, a constructor gets the lab of an annotated method. */
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
    return LabParameter.isSupported(parameter);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return LabParameter.of(() -> lab(test).get(), parameter);
  }

  private static LazyLab lab(ExtensionContext test) {
    ExtensionContext annotated = test;
    while (annotation(annotated).isEmpty()) {
      annotated = annotated.getParent().orElseThrow();
    }
    WithLab annotation = annotation(annotated).get();
    // A lookup in a store includes its parents; the key keeps a method's lab apart from the
    // class's.
    return annotated
        .getStore(NAMESPACE)
        .computeIfAbsent(annotated.getUniqueId(), key -> held(annotation), Held.class)
        .lab();
  }

  private static Held held(WithLab annotation) {
    LazyLab lab = new LazyLab(() -> WithLabSettings.settings(annotation));
    return new Held(lab, lab.hold());
  }

  /** Empty for tests and nested classes without the annotation. */
  private static Optional<WithLab> annotation(ExtensionContext context) {
    return context
        .getElement()
        .flatMap(element -> AnnotationSupport.findAnnotation(element, WithLab.class));
  }
}
