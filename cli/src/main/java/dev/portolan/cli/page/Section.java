package dev.portolan.cli.page;

import java.util.List;
import java.util.function.Function;

/**
 * One of the things that an answer tells.
 *
 * @param heading in a few words, with how many there are
 * @param columns what each cell of a row says
 * @param rows the first of them
 * @param total how many there are in all
 */
public record Section(String heading, List<String> columns, List<List<Cell>> rows, int total) {

  /** A section whose heading counts its rows. */
  public static Section counted(
      String title, List<String> columns, List<List<Cell>> rows, int total) {
    return new Section("%s (%,d)".formatted(title, total), columns, rows, total);
  }

  /** No more rows than these. */
  public List<List<Cell>> first(int most) {
    return rows.subList(0, Math.min(most, rows.size()));
  }

  /** How many are not among the first. */
  public int behind(int most) {
    return total - Math.min(most, rows.size());
  }

  /** A section with a row for each of what is named, of which there may be more. */
  public static <T> Section of(
      String title, List<String> columns, List<T> named, int total, Function<T, List<Cell>> row) {
    return counted(title, columns, named.stream().map(row).toList(), total);
  }
}
