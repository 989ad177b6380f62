package dev.portolan.ingestion.original;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The text in which a source describes an entity, byte for byte as it was written in UTF-8, with
 * its comments and those before it.
 *
 * @param ref the entity
 * @param path the file in which an adapter found it; null from a push
 * @param line where the description begins in it, from 1
 * @param text what was written
 */
public record Original(EntityRef ref, @Nullable String path, int line, String text) {

  /** Of all that is kept of it. */
  public String hash() {
    return CanonicalJson.hash(line + " " + path + "\n" + text);
  }
}
