package dev.portolan.gateway.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list in the form of Relay's connections. */
public record Connection<T>(int totalCount, List<Edge<T>> edges, PageInfo pageInfo) {

  /** Makes the page that was asked for out of what the service answered. */
  public static <T> Connection<T> of(PageRequest request, Slice<T> slice) {
    int skip = request.cursor().skip();
    int end = (int) Math.min((long) skip + request.first(), slice.items().size());
    List<Edge<T>> edges = new ArrayList<>();
    for (int i = skip; i < end; i++) {
      edges.add(new Edge<>(cursorBehind(i, request, slice).encoded(), slice.items().get(i)));
    }
    boolean more = slice.hasNextPage() || slice.items().size() > Math.max(end, skip);
    boolean fromTheStart = request.cursor().equals(PageCursor.START);
    return new Connection<>(
        slice.total(), edges, pageInfo(edges, more, fromTheStart ? null : request.cursor()));
  }

  private static <T> PageCursor cursorBehind(int index, PageRequest request, Slice<T> slice) {
    boolean last = index == slice.items().size() - 1;
    return last && slice.endCursor() != null
        ? new PageCursor(slice.endCursor(), 0)
        : new PageCursor(request.serviceAfter(), index + 1);
  }

  private static <T> PageInfo pageInfo(
      List<Edge<T>> edges, boolean more, @Nullable PageCursor asked) {
    String start = edges.isEmpty() ? null : edges.getFirst().cursor();
    String unmoved = asked == null ? null : asked.encoded();
    String end = edges.isEmpty() ? unmoved : edges.getLast().cursor();
    return new PageInfo(more, asked != null, start, end);
  }

  /** The items without their cursors. */
  public List<T> nodes() {
    return edges.stream().map(Edge::node).toList();
  }

  /** The same page of other items. */
  public <U> Connection<U> map(Function<T, U> change) {
    List<Edge<U>> changed =
        edges.stream().map(e -> new Edge<>(e.cursor(), change.apply(e.node()))).toList();
    return new Connection<>(totalCount, changed, pageInfo);
  }
}
