package nearfar.lab.scenario;

/**
 * Something that is wrong in a scenario file.
 *
 * @param file as it was given to the reader
 * @param line from 1; 0 if it is wrong with the file as a whole
 * @param field where in the file, such as {@code timeline[line-cut].at}; empty for no field
 * @param message what is wrong, with the value, and what would be right
 */
public record ScenarioError(String file, int line, String field, String message) {

  /**
   * In one line, {@code FILE:LINE: FIELD: MESSAGE}, as compilers write it; blanks in the place of
   * what would end the line or command a terminal.
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
