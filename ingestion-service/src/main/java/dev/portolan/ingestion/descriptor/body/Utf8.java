package dev.portolan.ingestion.descriptor.body;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Bytes that must be UTF-8, as RFC 3629 has it. */
final class Utf8 {
  private Utf8() {}

  static String decode(byte[] bytes, int firstLine) throws MalformedTextException {
    check(bytes, firstLine);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static void check(byte[] bytes, int firstLine) throws MalformedTextException {
    if (isAscii(bytes)) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      String before = out.flip().toString();
      int line = firstLine + (int) before.chars().filter(c -> c == '\n').count();
      int column = before.length() - before.lastIndexOf('\n');
      throw new MalformedTextException(
          line,
          column,
          "encoding",
          "The byte 0x%02X at line %d, column %d is not UTF-8: send the document as UTF-8."
              .formatted(bytes[in.position()], line, column));
    }
  }

  private static boolean isAscii(byte[] bytes) {
    byte all = 0;
    for (byte b : bytes) {
      all |= b;
    }
    return all >= 0;
  }
}
