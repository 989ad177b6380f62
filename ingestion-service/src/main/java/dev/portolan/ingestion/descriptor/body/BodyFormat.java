package dev.portolan.ingestion.descriptor.body;

import java.io.IOException;

/** The forms in which descriptors are sent, told apart by the first bytes. */
enum BodyFormat {
  JSON_ARRAY,
  JSON_OBJECTS,
  JSON_LINES,
  YAML;

  private static final int BINARY_CHECK = 1024;

  static BodyFormat recognize(BodyInput in) throws IOException, MalformedTextException {
    byte[] ahead = in.ahead();
    refuseOtherEncodings(in, ahead);
    int mark = startsWith(ahead, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    in.skip(mark);
    int first = afterBlanks(ahead, mark);
    if (first == ahead.length) {
      return YAML;
    }
    int second = afterBlanks(ahead, first + 1);
    int next = second < ahead.length ? ahead[second] : 0;
    return switch (ahead[first]) {
      case '[' -> "{[]\"-0123456789".indexOf(next) >= 0 ? JSON_ARRAY : YAML;
      case '{' -> next == '"' || next == '}' ? objects(ahead, first) : YAML;
      default -> YAML;
    };
  }

  /** Lines when the first object ends with its line, or when the next line opens another one. */
  private static BodyFormat objects(byte[] ahead, int first) {
    int end = first;
    int depth = 0;
    boolean inString = false;
    while (end < ahead.length && ahead[end] != '\n') {
      byte b = ahead[end];
      if (b == '\\' && inString) {
        end++;
      } else if (b == '"') {
        inString = !inString;
      } else if (!inString) {
        depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
      }
      end++;
    }
    boolean closed = depth == 0 && !inString;
    int next = afterBlanks(ahead, Math.min(end, ahead.length));
    if (next < ahead.length && ahead[next] == '-') {
      // A marker: JSON among YAML documents, which comprise it.
      return YAML;
    }
    boolean nextOpens = next < ahead.length && ahead[next] == '{' && ahead[next - 1] == '\n';
    // Nobody lays out an object for people in lines as long as this.
    boolean endless = end >= ahead.length && ahead.length == BodyInput.BUFFER;
    return closed || nextOpens || endless ? JSON_LINES : JSON_OBJECTS;
  }

  private static void refuseOtherEncodings(BodyInput in, byte[] ahead)
      throws MalformedTextException {
    if (startsWith(ahead, 0xFE, 0xFF) || startsWith(ahead, 0xFF, 0xFE)) {
      throw in.malformed("encoding", "The body is UTF-16: send it as UTF-8.");
    }
    for (int i = 0; i < Math.min(ahead.length, BINARY_CHECK); i++) {
      if (ahead[i] == 0) {
        throw in.malformed(
            "encoding", "Byte " + (i + 1) + " of the body is 0: it is no text. Send UTF-8.");
      }
    }
  }

  private static boolean startsWith(byte[] bytes, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static int afterBlanks(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && " \t\r\n".indexOf(bytes[at]) >= 0) {
      at++;
    }
    return at;
  }
}
