package dev.portolan.ingestion.descriptor.body;

import java.util.Arrays;

/** The bytes of one document as they come in; past the limit they are counted and let go. */
final class DocumentBytes {
  private byte[] bytes = new byte[1 << 12];
  private int size;
  private boolean tooLarge;

  void add(int b) {
    if (hasRoomFor(1)) {
      bytes[size++] = (byte) b;
    }
  }

  void add(byte[] source, int from, int to) {
    if (hasRoomFor(to - from)) {
      System.arraycopy(source, from, bytes, size, to - from);
      size += to - from;
    }
  }

  void addTo(DocumentBytes other) {
    other.add(bytes, 0, size);
  }

  void clear() {
    size = 0;
    tooLarge = false;
  }

  void dropLineEnd() {
    if (size > 0 && bytes[size - 1] == '\n') {
      size--;
    }
  }

  boolean tooLarge() {
    return tooLarge;
  }

  int size() {
    return size;
  }

  byte at(int index) {
    return bytes[index];
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  boolean isBlank() {
    for (int i = 0; i < size; i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  private boolean hasRoomFor(int more) {
    if (size + more > Limits.DOCUMENT_BYTES) {
      tooLarge = true;
    }
    if (!tooLarge && size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
    return !tooLarge;
  }
}
