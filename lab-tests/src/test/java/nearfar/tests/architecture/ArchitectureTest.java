package nearfar.tests.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nearfar.tests.support.Command;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The directions between modules, and between the packages of a module. */
class ArchitectureTest {
  private static final String ROOT = "nearfar.";

  /** What each module may use of the others. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.of(
          "common", Set.of(),
          "server", Set.of("common"),
          "client", Set.of("common"),
          "checker", Set.of("common"),
          "networks", Set.of("common"),
          "lab", Set.of("common", "networks"));

  private static JavaClasses classes;

  @BeforeAll
  static void readTheClassesOfEachModule() throws IOException {
    List<Path> folders = classFolders();
    folders.forEach(folder ->
        assertTrue(Files.isDirectory(folder), () -> folder + " is missing: scripts/mvn compile"));
    classes = new ClassFileImporter().importPaths(folders);
  }

  /** Of all modules of the pom but this one. */
  private static List<Path> classFolders() throws IOException {
    Path sources = Command.sources();
    return Pattern.compile("<module>(.+)</module>")
        .matcher(Files.readString(sources.resolve("pom.xml")))
        .results()
        .map(module -> module.group(1))
        .filter(module -> !module.equals("lab-tests"))
        .map(module -> sources.resolve(module).resolve("target/classes"))
        .toList();
  }

  @Test
  void everyModuleHasItsRule() {
    assertEquals(
        new TreeSet<>(MAY_USE.keySet()),
        classes.stream()
            .map(ArchitectureTest::module)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void modulesUseOnlyWhatTheyMay() {
    List<String> wrong =
        classes.stream()
            .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
            .filter(ArchitectureTest::crossesModules)
            .filter(use ->
                !MAY_USE.get(module(use.getOriginClass())).contains(module(use.getTargetClass())))
            .map(Dependency::getDescription)
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void theLibraryForOthersDoesNotUseItsCommand() {
    List<String> wrong =
        uses("nearfar.lab.scenario.cli", Set.of("nearfar.lab.scenario.cli"))
            .map(Dependency::getDescription)
            .toList();
    assertEquals(List.of(), wrong);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("nearfar.(**)").should().beFreeOfCycles().check(classes);
  }

  private static Stream<Dependency> uses(String target, Set<String> except) {
    return classes.stream()
        .filter(user -> !except.contains(user.getPackageName()))
        .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
        .filter(use -> use.getTargetClass().getPackageName().equals(target));
  }

  private static boolean crossesModules(Dependency use) {
    JavaClass target = use.getTargetClass().getBaseComponentType();
    return target.getPackageName().startsWith(ROOT)
        && !module(target).equals(module(use.getOriginClass()));
  }

  /** The second part of its package, such as {@code server}. */
  private static String module(JavaClass type) {
    return type.getBaseComponentType().getPackageName().split("\\.", -1)[1];
  }
}
