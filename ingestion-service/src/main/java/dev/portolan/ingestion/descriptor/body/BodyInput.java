package dev.portolan.ingestion.descriptor.body;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a body, one after another, with the place that has been reached. */
final class BodyInput {
  static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private int line = 1;
  private int column = 1;

  BodyInput(InputStream in) {
    this.in = in;
  }

  /** The bytes to come, at most as many as the buffer holds, without taking them. */
  byte[] ahead() throws IOException {
    int kept = end - at;
    System.arraycopy(buffer, at, buffer, 0, kept);
    at = 0;
    end = kept + Math.max(0, in.readNBytes(buffer, kept, BUFFER - kept));
    return Arrays.copyOf(buffer, end);
  }

  void skip(int bytes) {
    at += bytes;
  }

  /** The next byte without taking it; -1 at the end. */
  int peek() throws IOException {
    return at < end || fill() ? buffer[at] & 0xFF : -1;
  }

  /** Takes the next byte; -1 at the end. */
  int read() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    byte b = buffer[at++];
    if (b == '\n') {
      line++;
      column = 1;
    } else if ((b & 0xC0) != 0x80) {
      column++;
    }
    return b & 0xFF;
  }

  /**
   * Takes the rest of the line and its end.
   *
   * @return false when there is no more
   */
  boolean readLine(DocumentBytes into) throws IOException {
    if (at == end && !fill()) {
      return false;
    }
    boolean ended = false;
    while (!ended && (at < end || fill())) {
      int newline = at;
      while (newline < end && buffer[newline] != '\n') {
        newline++;
      }
      ended = newline < end;
      int upTo = ended ? newline + 1 : end;
      into.add(buffer, at, upTo);
      at = upTo;
    }
    line++;
    column = 1;
    return true;
  }

  /** Takes blanks and ends of lines. */
  void skipBlanks() throws IOException {
    int next = peek();
    while (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
      read();
      next = peek();
    }
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  MalformedTextException malformed(String rule, String message) {
    return new MalformedTextException(line, column, rule, message);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, BUFFER));
    return end > 0;
  }
}
