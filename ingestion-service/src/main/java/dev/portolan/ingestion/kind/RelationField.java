package dev.portolan.ingestion.kind;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/**
 * A field of a spec that names other entities.
 *
 * @param field where it stands in the spec, as a JSON pointer such as {@code /owner}; a reference
 *     or a list of them
 * @param type of the relation, or the name of its inverse where the field tells it from the other
 *     end: the {@code members} of a group are {@code hasMember}
 * @param defaultKind the kind of a reference that names none; null when it must name one
 */
public record RelationField(
    @JsonProperty(required = true) JsonPointer field,
    @JsonProperty(required = true) String type,
    @Nullable String defaultKind) {

  /**
   * The field of any spec for relations that its kind has no field for: references, each with its
   * kind, by the type of the relation, which may be one of the organisation's own.
   */
  public static final JsonPointer BY_TYPE = JsonPointer.compile("/relations");

  /** The relations of a type under {@link #BY_TYPE}. */
  public static RelationField ofType(String type) {
    return new RelationField(BY_TYPE.appendProperty(type), type, null);
  }
}
