package dev.portolan.cli.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer lacks.
 *
 * @param missing parts that were not answered, and why
 * @param cut parts that were answered and are old or not whole, and why
 */
record Gaps(List<String> missing, List<String> cut) {
  /** The service names no more reasons for rejections. */
  private static final int MOST_PROBLEMS = 1_000;

  /** An answer that lacks nothing. */
  static final Gaps NONE = new Gaps(List.of(), List.of());

  /** What this answer lacks; a part that is null is missing whether or not an error says so. */
  static Gaps of(Reply reply, WhatIf answer) {
    return new Gaps(missing(reply.errors(), answer), cut(reply, answer));
  }

  /** Whether all parts were answered. */
  boolean isAnswered() {
    return missing.isEmpty();
  }

  /** All of it, what is missing first. */
  List<String> all() {
    return Stream.concat(missing.stream(), cut.stream()).toList();
  }

  private static List<String> missing(List<Reply.Fault> faults, WhatIf answer) {
    Map<String, List<String>> partsByReason = new TreeMap<>();
    List<String> unexplained = new ArrayList<>(unanswered(answer));
    for (Reply.Fault fault : faults) {
      partsByReason.computeIfAbsent(fault.message(), _ -> new ArrayList<>()).add(fault.part());
      unexplained.removeIf(part -> fault.part().equals(part));
    }
    List<String> missing = new ArrayList<>();
    partsByReason.forEach((reason, parts) -> missing.add(told(parts, reason)));
    if (!unexplained.isEmpty()) {
      missing.add(told(unexplained, "no reason was given."));
    }
    return missing;
  }

  private static String told(List<String> parts, String reason) {
    String named = String.join(", ", parts.stream().filter(part -> !part.isEmpty()).toList());
    return named.isEmpty() ? reason : named + ": " + reason;
  }

  private static List<String> unanswered(WhatIf answer) {
    List<String> parts = new ArrayList<>();
    addIfAbsent(parts, "impact", answer.impact());
    addIfAbsent(parts, "lost", answer.lost());
    addIfAbsent(parts, "gained", answer.gained());
    addIfAbsent(parts, "appearing", answer.appearing());
    addIfAbsent(parts, "appearingTotal", answer.appearingTotal());
    addIfAbsent(parts, "disappearing", answer.disappearing());
    addIfAbsent(parts, "disappearingTotal", answer.disappearingTotal());
    addIfAbsent(parts, "scorecards", answer.scorecards());
    return parts;
  }

  private static void addIfAbsent(List<String> parts, String name, @Nullable Object part) {
    if (part == null) {
      parts.add(name);
    }
  }

  private static List<String> cut(Reply reply, WhatIf answer) {
    List<String> cut = new ArrayList<>();
    reply.remarks().forEach(remark -> cut.add(remark.service() + ": " + remark.message()));
    WhatIf.Reach reach = answer.impact();
    if (cut.isEmpty() && reach != null && !reach.complete()) {
      cut.add("impact: " + reach.incompleteReason());
    }
    if (cut.isEmpty() && reply.isPartial()) {
      cut.add("The gateway says that the answer is old or cut off, and not where.");
    }
    if (answer.rejected().size() >= MOST_PROBLEMS) {
      cut.add("rejected: only the first %,d problems are named.".formatted(MOST_PROBLEMS));
    }
    return cut;
  }
}
