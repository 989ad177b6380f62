package dev.portolan.cli.proposal;

import dev.portolan.cli.page.Words;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field that would change.
 *
 * @param path a JSON Pointer
 * @param before its value now; null when it has none
 * @param after its value then; null when it has none
 */
public record Field(String path, @Nullable JsonNode before, @Nullable JsonNode after) {

  /** The field with its value now and then; of a list, what goes and what comes. */
  public String difference() {
    if (before != null && after != null && before.isArray() && after.isArray()) {
      List<String> items =
          Stream.concat(missing(before, after, "− "), missing(after, before, "+ ")).toList();
      return path + ": " + (items.isEmpty() ? "in another order" : String.join(", ", items));
    }
    return "%s: %s → %s".formatted(path, Words.text(before), Words.text(after));
  }

  private static Stream<String> missing(JsonNode here, JsonNode there, String sign) {
    List<JsonNode> kept = there.valueStream().toList();
    return here.valueStream()
        .filter(item -> !kept.contains(item))
        .map(item -> sign + Words.text(item));
  }
}
