package dev.portolan.catalog.paging;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands behind an item of a sorted list, by what the list is sorted by: so the next page is right
 * also when items have come and gone in between. To callers it is opaque.
 *
 * @param list which list, in which order: a cursor of another list is refused
 * @param keys what the list is sorted by, of the item before; a key may be null
 */
public record Cursor(String list, List<@Nullable String> keys) {
  private static final JsonMapper JSON = JsonMapper.shared();

  public static Cursor after(String list, @Nullable String... keys) {
    return new Cursor(list, Arrays.asList(keys));
  }

  /** As text that may stand in a URL. */
  public String encoded() {
    byte[] json = JSON.writeValueAsBytes(List.of(list, keys));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
  }

  /**
   * Reads what {@link #encoded} wrote.
   *
   * @param list the list that is asked for
   * @param keys by how many keys it is sorted
   * @throws InvalidQueryException when the text is no cursor of that list
   */
  public static Cursor decode(String text, String list, int keys) {
    JsonNode parts = json(text);
    JsonNode sortedBy = parts.path(1);
    if (parts.size() != 2
        || !parts.path(0).asString("").equals(list)
        || !sortedBy.isArray()
        || sortedBy.size() != keys
        || !sortedBy.valueStream().allMatch(key -> key.isString() || key.isNull())) {
      throw invalid(null);
    }
    return new Cursor(
        list,
        sortedBy
            .valueStream()
            .<@Nullable String>map(key -> key.isNull() ? null : key.asString())
            .toList());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(text));
    } catch (IllegalArgumentException | JacksonException e) {
      throw invalid(e);
    }
  }

  /** The key at that place, where the list's sort key is never null. */
  public String key(int index) {
    String key = keys.get(index);
    if (key == null) {
      throw invalid(null);
    }
    return key;
  }

  private static InvalidQueryException invalid(@Nullable Exception cause) {
    return new InvalidQueryException(
        "after is not a cursor of this list in this order: pass on the endCursor of an earlier"
            + " page of the same question, unchanged",
        cause);
  }
}
