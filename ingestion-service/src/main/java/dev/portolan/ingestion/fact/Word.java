package dev.portolan.ingestion.fact;

import java.util.List;

/** What a source says of a fact. */
sealed interface Word {
  /**
   * It has this value.
   *
   * @param json canonical
   */
  record Replace(String json) implements Word {}

  /**
   * Its list has these elements too; of two with the same id the later one counts.
   *
   * @param elements in the order in which they were said
   */
  record Add(List<Element> elements) implements Word {}

  /** It is not measured any more. */
  record Withdraw() implements Word {}
}
