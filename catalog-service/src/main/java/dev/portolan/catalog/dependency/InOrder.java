package dev.portolan.catalog.dependency;

import dev.portolan.catalog.paging.Cursor;
import dev.portolan.catalog.paging.InvalidQueryException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was reached and is wanted, by depth and then reference; sorts no more than is asked for. */
record InOrder(GraphView view, Levels levels, IntPredicate wanted) {

  /** The first so many behind the cursor. */
  int[] first(int count, @Nullable Cursor after) {
    int afterDepth = after == null ? 0 : depth(after.key(0));
    String afterRef = after == null ? "" : after.key(1);
    IntStream found = IntStream.empty();
    int missing = count;
    for (int depth = Math.max(1, afterDepth); depth <= levels.deepest() && missing > 0; depth++) {
      int[] nodes = levels.at(depth);
      if (depth == afterDepth) {
        nodes =
            Arrays.stream(nodes).filter(node -> view.ref(node).compareTo(afterRef) > 0).toArray();
      }
      int[] least = least(nodes, missing);
      found = IntStream.concat(found, Arrays.stream(least));
      missing -= least.length;
    }
    return found.toArray();
  }

  private int[] least(int[] nodes, int count) {
    Comparator<Integer> byRef = Comparator.comparing(view::ref);
    PriorityQueue<Integer> least = new PriorityQueue<>(byRef.reversed());
    @Nullable String greatest = null;
    for (int node : nodes) {
      if (!wanted.test(node) || (greatest != null && view.ref(node).compareTo(greatest) > 0)) {
        continue;
      }
      least.add(node);
      if (least.size() > count) {
        least.remove();
      }
      greatest = least.size() < count ? null : view.ref(least.element());
    }
    return least.stream().sorted(byRef).mapToInt(Integer::intValue).toArray();
  }

  private static int depth(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidQueryException("after is not a cursor of this list", e);
    }
  }
}
