package dev.portolan.gateway.change;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A place in the stream of changes: which record of each partition comes next.
 *
 * @param topic tells a topic from another of the same name that was made later
 * @param next for each partition in its order, the offset of the next record
 */
public record ChangeCursor(long topic, List<Long> next) {
  private static final byte FORMAT = 1;
  private static final int MOST_PARTITIONS = 10_000;

  /** The cursor as text, of the characters that need no escape in a URL. */
  public String encoded() {
    ByteBuffer bytes = ByteBuffer.allocate(1 + Long.BYTES + next.size() * (Long.BYTES + 2));
    bytes.put(FORMAT).putLong(topic);
    next.forEach(offset -> putCompact(bytes, offset));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  /**
   * Reads a cursor.
   *
   * @throws CodedException when the text is none
   */
  public static ChangeCursor decode(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (bytes.get() != FORMAT || bytes.remaining() > MOST_PARTITIONS * (Long.BYTES + 2)) {
        throw notACursor();
      }
      long topic = bytes.getLong();
      LongStream.Builder next = LongStream.builder();
      while (bytes.hasRemaining()) {
        next.add(getCompact(bytes));
      }
      return new ChangeCursor(topic, next.build().boxed().toList());
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw notACursor();
    }
  }

  private static CodedException notACursor() {
    return new CodedException(
        ErrorCode.BAD_REQUEST,
        "`after` is not a cursor of changes: pass on the `cursor` of an event, unchanged.");
  }

  /** Seven bits to a byte, the lowest first: most offsets are small. */
  private static void putCompact(ByteBuffer bytes, long value) {
    long rest = value;
    while (rest >= 0x80) {
      bytes.put((byte) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    bytes.put((byte) rest);
  }

  private static long getCompact(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      byte next = bytes.get();
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw notACursor();
  }
}
