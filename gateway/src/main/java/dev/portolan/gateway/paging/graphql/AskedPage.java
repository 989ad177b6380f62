package dev.portolan.gateway.paging.graphql;

import dev.portolan.gateway.paging.PageRequest;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page that a list is asked for, by its arguments and by what is wanted of it. */
public final class AskedPage {
  private AskedPage() {}

  /**
   * Reads the arguments of a list; no items are asked for where only its counts are wanted, which
   * is what such a question costs.
   *
   * @throws dev.portolan.gateway.paging.InvalidCursorException when {@code after} is no cursor
   */
  public static PageRequest of(
      int first, @Nullable String after, DataFetchingFieldSelectionSet wanted) {
    PageRequest page = PageRequest.of(first, after);
    boolean countsOnly =
        wanted.getImmediateFields().stream()
            .allMatch(field -> PageRequest.COUNTS.contains(field.getName()));
    return countsOnly ? page.withoutItems() : page;
  }

  /**
   * The page of a list further down, so that one call answers it too; none where it is not wanted.
   */
  public static PageRequest below(DataFetchingFieldSelectionSet fields, String list) {
    List<SelectedField> wanted = fields.getFields(list);
    if (wanted.isEmpty()) {
      return PageRequest.of(0, null);
    }
    Map<String, Object> arguments = wanted.getFirst().getArguments();
    int first = arguments.get("first") instanceof Integer number ? number : 0;
    return of(first, (String) arguments.get("after"), wanted.getFirst().getSelectionSet());
  }
}
