package dev.portolan.cli.whatif;

import java.util.List;

/**
 * One of the things that an answer tells.
 *
 * @param heading in a few words, with how many there are
 * @param columns what each cell of a row says
 * @param rows the first of them
 * @param total how many there are in all
 */
record Section(String heading, List<String> columns, List<List<Cell>> rows, int total) {

  /** A section whose heading counts its rows. */
  static Section counted(String title, List<String> columns, List<List<Cell>> rows, int total) {
    return new Section("%s (%,d)".formatted(title, total), columns, rows, total);
  }

  /** No more rows than these. */
  List<List<Cell>> first(int most) {
    return rows.subList(0, Math.min(most, rows.size()));
  }

  /** How many are not among the first. */
  int behind(int most) {
    return total - Math.min(most, rows.size());
  }
}
