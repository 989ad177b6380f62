package dev.portolan.ingestion.adapter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Sentences for people, each once, and not more of them than anyone reads. */
final class ToldOnce {
  private final Set<String> told = new LinkedHashSet<>();
  private final Consumer<String> further;
  private int untold;

  ToldOnce() {
    this(sentence -> {});
  }

  /**
   * @param further hears each sentence that was not told here before
   */
  ToldOnce(Consumer<String> further) {
    this.further = further;
  }

  void tell(String sentence) {
    if (told.contains(sentence)) {
      return;
    }
    if (told.size() < SearchLimits.TOLD) {
      told.add(sentence);
    } else {
      untold++;
    }
    further.accept(sentence);
  }

  /** Whether all that was told can be listed. */
  boolean isWhole() {
    return untold == 0;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>(told);
    if (untold > 0) {
      sentences.add("and " + untold + " more");
    }
    return sentences;
  }
}
