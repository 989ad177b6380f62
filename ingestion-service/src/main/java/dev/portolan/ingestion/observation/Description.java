package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;

/**
 * An entity as a source describes it now, ready to be compared and kept.
 *
 * @param ref the entity
 * @param entity what is said of it
 * @param json the same in canonical form
 * @param hash of the JSON
 */
public record Description(EntityRef ref, Entity entity, String json, String hash) {

  /** Puts what a source says into canonical form. */
  public static Description of(Entity entity) {
    String json = CanonicalJson.ofDescription(entity);
    return new Description(entity.ref(), entity, json, CanonicalJson.hash(json));
  }
}
