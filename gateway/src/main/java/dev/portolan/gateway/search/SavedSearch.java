package dev.portolan.gateway.search;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.portal.Descriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search under a name.
 *
 * @param text as it would be typed
 * @param owner whose it is; null for nobody's
 */
public record SavedSearch(
    String name,
    String namespace,
    @Nullable String title,
    @Nullable String description,
    String text,
    @Nullable String owner) {
  /** The kind of the entities that they are, as references write it. */
  public static final String KIND = "savedsearch";

  private static final String TEXT = "text";

  /** The reference that a name means here, which may say its namespace and its kind. */
  public static EntityRef ref(String name) {
    return EntityRef.parse(name, KIND, EntityRef.DEFAULT_NAMESPACE);
  }

  /**
   * The text that an entity keeps.
   *
   * @param entity null when there is none
   * @throws CodedException when it is no saved search
   */
  public static String textOf(EntityRef ref, @Nullable EntityView entity) {
    if (entity == null) {
      throw new CodedException(ErrorCode.NOT_FOUND, "There is no " + ref + ".");
    }
    if (ref.kind().equals(KIND) && entity.spec().get(TEXT) instanceof String text) {
      return text;
    }
    throw new CodedException(ErrorCode.BAD_REQUEST, ref + " is no saved search.");
  }

  /** The descriptor that says it. */
  public Map<String, Object> descriptor() {
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name);
    metadata.put("namespace", namespace);
    metadata.put("title", title);
    metadata.put("description", description);
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put(TEXT, text);
    spec.put("owner", owner);
    return Descriptor.of("SavedSearch", metadata, spec);
  }
}
