package dev.portolan.search.audit;

import static dev.portolan.search.audit.TopicVersions.NONE;

/**
 * What topic and index have of an entity; {@link TopicVersions#NONE} where it does not exist.
 *
 * @param said by the topic
 * @param held by the index
 */
record VersionPair(long said, long held) {
  boolean isMissing() {
    return held == NONE;
  }

  boolean isSurplus() {
    return said == NONE;
  }

  /** Completes the sentence "the index's entity …", where the two differ. */
  String problem() {
    if (isMissing()) {
      return "is missing: the topic has version " + said;
    }
    return isSurplus()
        ? "is surplus: on the topic it does not exist"
        : "has version %d, and %d on the topic".formatted(held, said);
  }
}
