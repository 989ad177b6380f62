package dev.portolan.search.query;

import dev.portolan.search.indexing.PageText;
import dev.portolan.search.query.MarkedText.Mark;
import dev.portolan.search.query.SearchResult.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The section of a page that has the most of what is sought; of several the first.
 *
 * @param section null for what comes before the first heading
 * @param marked the page's text with the marks of that section alone
 */
record FoundSection(@Nullable Section section, MarkedText marked) {

  static FoundSection of(List<PageText.Section> sections, MarkedText page) {
    Map<Integer, List<Mark>> bySection = new TreeMap<>();
    int next = 0;
    for (Mark mark : page.marks()) {
      while (next < sections.size() && sections.get(next).start() <= mark.start()) {
        next++;
      }
      bySection.computeIfAbsent(next, _ -> new ArrayList<>()).add(mark);
    }
    int best = 0;
    long most = 0;
    for (Map.Entry<Integer, List<Mark>> each : bySection.entrySet()) {
      long parts = each.getValue().stream().mapToInt(Mark::part).distinct().count();
      if (parts > most) {
        best = each.getKey();
        most = parts;
      }
    }
    return new FoundSection(
        best == 0 ? null : section(sections.get(best - 1)),
        new MarkedText(page.text(), bySection.getOrDefault(best, List.of())));
  }

  private static Section section(PageText.Section section) {
    return new Section(section.heading(), section.anchor());
  }
}
