package dev.portolan.ingestion.sync;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A sum over what a source says of entities, in whatever order: two are equal when the same is said
 * of the same entities.
 */
public final class SaidSum {
  private long entities;
  private long high;
  private long low;

  /**
   * Adds what is said of an entity, once.
   *
   * @param hash of what is said
   */
  public void add(String ref, String hash) {
    ByteBuffer digest = ByteBuffer.wrap(sha256(ref + " " + hash));
    entities++;
    high += digest.getLong();
    low += digest.getLong();
  }

  /** The sum as a text, equal exactly when the sums are. */
  @Override
  public String toString() {
    return "%d %016x%016x".formatted(entities, high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
