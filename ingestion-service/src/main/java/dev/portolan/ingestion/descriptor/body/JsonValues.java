package dev.portolan.ingestion.descriptor.body;

import java.io.IOException;

/**
 * JSON values in an array or one after another, laid out over any number of lines.
 *
 * <p>Knows brackets and strings and no more; what is between them is for the parser of each value.
 */
final class JsonValues {
  private static final String RULE = "json";

  private final BodyInput in;
  private final DocumentSink documents;
  private final DocumentBytes bytes = new DocumentBytes();

  JsonValues(BodyInput in, DocumentSink documents) {
    this.in = in;
    this.documents = documents;
  }

  /** Reads an array and the end of the body. */
  void array() throws IOException, MalformedTextException {
    in.skipBlanks();
    in.read();
    in.skipBlanks();
    boolean more = in.peek() != ']';
    while (more) {
      value();
      in.skipBlanks();
      int next = in.peek();
      if (next != ',' && next != ']') {
        throw in.malformed(RULE, "The array breaks off after document " + previous() + ".");
      }
      more = next == ',';
      in.read();
      in.skipBlanks();
    }
    if (documents.current() == 1) {
      in.read();
      in.skipBlanks();
    }
    if (in.peek() >= 0) {
      throw in.malformed(RULE, "Text follows the end of the array.");
    }
  }

  /** Reads objects to the end of the body. */
  void objects() throws IOException, MalformedTextException {
    in.skipBlanks();
    while (in.peek() >= 0) {
      if (in.peek() != '{') {
        throw in.malformed(RULE, "After document " + previous() + " a further object must begin.");
      }
      value();
      in.skipBlanks();
    }
  }

  private int previous() {
    return documents.current() - 1;
  }

  private void value() throws IOException, MalformedTextException {
    int line = in.line();
    int column = in.column();
    bytes.clear();
    int depth = 0;
    do {
      int b = in.peek();
      if (b < 0) {
        throw breaksOff(line);
      } else if (b == '"') {
        string(line);
        continue;
      } else if (depth == 0 && (b == ',' || b == ']' || b == '}')) {
        break;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
      bytes.add(in.read());
    } while (depth > 0 || !endsHere());
    documents.json(line, column, bytes);
  }

  /** Outside of all brackets a value ends before a blank, a comma or a bracket. */
  private boolean endsHere() throws IOException {
    byte last = bytes.size() == 0 ? 0 : bytes.at(bytes.size() - 1);
    int next = in.peek();
    return last == '}' || last == ']' || bytes.tooLarge() || next <= ' ';
  }

  private void string(int documentLine) throws IOException, MalformedTextException {
    bytes.add(in.read());
    int b;
    do {
      b = in.peek();
      if (b < 0) {
        throw breaksOff(documentLine);
      }
      if (b == '\n') {
        throw in.malformed(
            RULE,
            "A string is not closed at the end of its line, in document "
                + documents.current()
                + ", which begins in line "
                + documentLine
                + ".");
      }
      bytes.add(in.read());
      if (b == '\\' && in.peek() >= 0 && in.peek() != '\n') {
        bytes.add(in.read());
      }
    } while (b != '"');
  }

  private MalformedTextException breaksOff(int documentLine) {
    return in.malformed(
        RULE,
        "The body ends inside document "
            + documents.current()
            + ", which begins in line "
            + documentLine
            + ": it was cut off, or a bracket or a quotation mark is missing.");
  }
}
