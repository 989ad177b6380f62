package dev.portolan.ingestion.adapter.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of records, which tell whether two records are about the same. */
final class Key {
  /** All keys of a topic are in memory together. */
  private static final int LONGEST = 500;

  static final String RULE = "a text in UTF-8 of 1 to %d bytes".formatted(LONGEST);

  private Key() {}

  /** The key as a text, if it is one. */
  static Optional<String> of(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length == 0 || bytes.length > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
