package dev.portolan.system.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows as they go into docs/benchmarks.md. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... columns) {
    lines.add("| " + String.join(" | ", columns) + " |");
    lines.add("|" + "---|".repeat(columns.length));
  }

  /** Adds a row; numbers get one decimal. */
  Table row(Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      texts.add(
          cell instanceof Double number
              ? String.format(Locale.ROOT, "%.1f", number)
              : String.valueOf(cell));
    }
    lines.add("| " + String.join(" | ", texts) + " |");
    return this;
  }

  void print() {
    System.out.println();
    lines.forEach(System.out::println);
  }
}
