package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.FactChanged;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entities, facts and events as JSON in which equal values have equal text: members are in order.
 */
public final class CanonicalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private CanonicalJson() {}

  /** An entity as a source describes it: without relations, which follow from the merged spec. */
  public static String ofDescription(Entity entity) {
    return MAPPER.writeValueAsString(
        EntityFields.entity(entity, EntityFields.said(entity), List.of()));
  }

  /** An event as it is published and kept. */
  public static String of(EntityChanged event) {
    return MAPPER.writeValueAsString(event);
  }

  /** An event as it is published. */
  public static String of(FactChanged event) {
    return MAPPER.writeValueAsString(event);
  }

  /** A value of a fact; null is the JSON null. */
  public static String ofValue(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** Reads what {@link #ofValue} wrote. */
  public static JsonNode tree(String json) {
    return MAPPER.readTree(json);
  }

  /** Reads what {@link #ofDescription} wrote. */
  public static Entity entity(String json) {
    return MAPPER.readValue(json, Entity.class);
  }

  /** Reads what {@link #of} wrote. */
  public static EntityChanged event(String json) {
    return MAPPER.readValue(json, EntityChanged.class);
  }

  /** The SHA-256 of a text, in Base64: equal exactly when the texts are. */
  public static String hash(String json) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .withoutPadding()
          .encodeToString(sha.digest(json.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
