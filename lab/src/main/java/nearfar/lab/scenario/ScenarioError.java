package nearfar.lab.scenario;

/**
 * An error in a scenario file.
 *
 * @param file as it was given to the reader
 * @param line from 1; 0 for the file as a whole
 * @param field where in the file, such as {@code timeline[line-cut].at}; empty for no field
 * @param message the error, the value, and a correct value
 */
public record ScenarioError(String file, int line, String field, String message) {

  /**
   * In one line, {@code FILE:LINE: FIELD: MESSAGE}, as compilers write it; blanks replace line ends
   * and control characters.
   */
  @Override
  public String toString() {
    String whole =
        file
            + (line == 0 ? "" : ":" + line)
            + ": "
            + (field.isEmpty() ? "" : field + ": ")
            + message;
    return whole.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ");
  }
}
