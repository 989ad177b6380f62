package dev.portolan.ingestion.adapter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sentences for people, each once, and not more of them than anyone reads. */
final class ToldOnce {
  private final Set<String> told = new LinkedHashSet<>();
  private int untold;

  void tell(String sentence) {
    if (told.size() < SearchLimits.TOLD) {
      told.add(sentence);
    } else if (!told.contains(sentence)) {
      untold++;
    }
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>(told);
    if (untold > 0) {
      sentences.add("and " + untold + " more");
    }
    return sentences;
  }
}
