package dev.portolan.catalog.intake;

import java.util.List;

/**
 * Some records of a replay.
 *
 * @param batch what they say
 * @param keys theirs, in their order; empty text where one has none
 */
public record Portion(ChangeBatch batch, List<String> keys) {

  /** How many records these are. */
  public int size() {
    return keys.size();
  }

  /** The keys of those records that cannot be read. */
  public List<String> unreadable() {
    return batch.unreadable().stream().map(letter -> keys.get(letter.position())).toList();
  }
}
