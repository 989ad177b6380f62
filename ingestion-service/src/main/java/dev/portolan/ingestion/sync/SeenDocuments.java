package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Which entities a body has described already, and whether in the same words.
 *
 * <p>By 64 bits of SHA-256 in flat arrays: a body of 64 MB can describe a million entities, and a
 * map of their names would take more memory than all the rest.
 */
final class SeenDocuments {
  private static final int EMPTY = 0;

  private long[] refs = new long[1 << 10];
  private long[] words = new long[1 << 10];
  private int[] documents = new int[1 << 10];
  private int size;

  /** How a document relates to those before it. */
  sealed interface Meeting {
    /** The first of its entity. */
    record First() implements Meeting {}

    /** Its entity was described before in the same words. */
    record Repeated() implements Meeting {}

    /** Its entity was described otherwise by this earlier document. */
    record Contradicted(int document) implements Meeting {}
  }

  /**
   * Notes a document.
   *
   * @param document its number, from 1
   * @param hash of what it says
   */
  Meeting meet(int document, EntityRef entity, String hash) {
    if (size * 2 > refs.length) {
      grow();
    }
    long ref = bits(entity);
    long said = bits(hash);
    int slot = slot(ref);
    if (documents[slot] == EMPTY) {
      put(slot, ref, said, document);
      size++;
      return new Meeting.First();
    }
    return words[slot] == said ? new Meeting.Repeated() : new Meeting.Contradicted(documents[slot]);
  }

  /** Whether a document described the entity. */
  boolean knows(EntityRef entity) {
    return documents[slot(bits(entity))] != EMPTY;
  }

  private int slot(long ref) {
    int slot = (int) ref & (refs.length - 1);
    while (documents[slot] != EMPTY && refs[slot] != ref) {
      slot = (slot + 1) & (refs.length - 1);
    }
    return slot;
  }

  private void put(int slot, long ref, long said, int document) {
    refs[slot] = ref;
    words[slot] = said;
    documents[slot] = document;
  }

  private void grow() {
    long[] oldRefs = refs;
    long[] oldWords = words;
    int[] oldDocuments = documents;
    refs = new long[oldRefs.length * 2];
    words = new long[oldRefs.length * 2];
    documents = new int[oldRefs.length * 2];
    for (int i = 0; i < oldRefs.length; i++) {
      if (oldDocuments[i] != EMPTY) {
        put(slot(oldRefs[i]), oldRefs[i], oldWords[i], oldDocuments[i]);
      }
    }
  }

  private static long bits(EntityRef entity) {
    return bits(CanonicalJson.hash(entity.toString()));
  }

  private static long bits(String hash) {
    return ByteBuffer.wrap(Base64.getDecoder().decode(hash)).getLong();
  }
}
