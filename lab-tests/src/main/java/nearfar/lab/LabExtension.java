package nearfar.lab;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** What stands behind {@link WithLab}; JUnit's store of the annotated class closes the lab. */
final class LabExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == Lab.class;
  }

  @Override
  public Lab resolveParameter(ParameterContext parameter, ExtensionContext test) {
    ExtensionContext annotated = test;
    while (wanted(annotated).isEmpty()) {
      annotated = annotated.getParent().orElseThrow();
    }
    WithLab wanted = wanted(annotated).get();
    return annotated
        .getStore(Namespace.create(LabExtension.class))
        .computeIfAbsent(Lab.class, key -> Lab.start(settings(wanted)), Lab.class);
  }

  /** A test's own context has no element of this kind, nor has a nested class. */
  private static Optional<WithLab> wanted(ExtensionContext context) {
    return context
        .getElement()
        .flatMap(element -> AnnotationSupport.findAnnotation(element, WithLab.class));
  }

  private static LabSettings settings(WithLab wanted) {
    return LabSettings.defaults().clients(wanted.near(), wanted.far()).profile(wanted.profile());
  }
}
