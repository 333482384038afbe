package nearfar.common.text;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines whose columns are aligned. */
public final class TextTable {
  private TextTable() {}

  /** The same as {@link #lines(List, int, String)} with two spaces between columns. */
  public static List<String> lines(List<List<String>> rows, int leftAligned) {
    return lines(rows, leftAligned, "  ");
  }

  /**
   * Returns a line for each row, without spaces at its end.
   *
   * @param rows each with the same number of cells, a heading first if there is one
   * @param leftAligned how many of the first columns are aligned to the left; the others are
   *     aligned to the right
   * @param gap what separates columns
   */
  public static List<String> lines(List<List<String>> rows, int leftAligned, String gap) {
    int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = row.get(column);
        String padding = " ".repeat(widths[column] - cell.length());
        line.append(column == 0 ? "" : gap);
        line.append(column < leftAligned ? cell + padding : padding + cell);
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
