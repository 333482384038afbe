package nearfar.lab.scenario.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nearfar.lab.scenario.Scenario;
import nearfar.lab.scenario.ScenarioErrors;
import nearfar.lab.scenario.ScenarioReader;

/**
 * The contents of scenario files.
 *
 * @param scenarios by their files, in order
 * @param errors all errors of all files, a line each
 */
record ScenarioFiles(Map<Path, Scenario> scenarios, List<String> errors) {

  /** Reads files, and of folders all files that end in {@code .yaml}. */
  static ScenarioFiles read(List<Path> paths) {
    Map<Path, Scenario> scenarios = new LinkedHashMap<>();
    List<String> errors = new ArrayList<>();
    for (Path path : paths) {
      for (Path file : files(path, errors)) {
        try {
          scenarios.put(file, ScenarioReader.read(file));
        } catch (ScenarioErrors wrong) {
          wrong.errors().forEach(error -> errors.add(error.toString()));
        }
      }
    }
    return new ScenarioFiles(scenarios, errors);
  }

  private static List<Path> files(Path path, List<String> errors) {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> scenarios =
          files.filter(file -> file.getFileName().toString().endsWith(".yaml")).sorted().toList();
      if (scenarios.isEmpty()) {
        errors.add(path + ": there is no scenario (*.yaml) in this folder");
      }
      return scenarios;
    } catch (IOException unreadable) {
      errors.add(path + ": cannot be read: " + unreadable);
      return List.of();
    }
  }
}
