package dev.portolan.ingestion.descriptor.body;

import java.io.IOException;

/**
 * YAML documents, told apart by their markers.
 *
 * <p>A line that begins with {@code ---} or {@code ...} and a blank is a marker wherever it stands:
 * YAML allows neither inside of any text.
 */
final class YamlDocuments {
  private static final byte[] NEXT = {'-', '-', '-'};
  private static final byte[] END = {'.', '.', '.'};

  private final BodyInput in;
  private final DocumentSink documents;
  private final DocumentBytes document = new DocumentBytes();
  private final DocumentBytes line = new DocumentBytes();
  private int firstLine = 1;
  private boolean marked;
  private boolean hasContent;

  YamlDocuments(BodyInput in, DocumentSink documents) {
    this.in = in;
    this.documents = documents;
  }

  void split() throws IOException, MalformedTextException {
    int number = in.line();
    while (in.readLine(line)) {
      if (isMarker(NEXT)) {
        finish(number);
        marked = true;
        append();
      } else if (isMarker(END)) {
        finish(number + 1);
      } else {
        content();
      }
      line.clear();
      number = in.line();
    }
    finish(number);
  }

  private void content() {
    int first = firstCharacter();
    if (!marked && !hasContent && first == '%') {
      // A directive: its version would be refused, and nothing else of it matters here.
      document.add('\n');
      return;
    }
    hasContent |= first != 0 && first != '#';
    append();
  }

  private void append() {
    if (line.tooLarge()) {
      // More than any document holds: it takes the document over its limit as well.
      document.add(new byte[Limits.DOCUMENT_BYTES + 1], 0, Limits.DOCUMENT_BYTES + 1);
    } else {
      line.addTo(document);
    }
  }

  private void finish(int nextLine) throws MalformedTextException {
    if (marked || hasContent) {
      documents.yaml(firstLine, document);
    }
    document.clear();
    firstLine = nextLine;
    marked = false;
    hasContent = false;
  }

  /** The first byte that is no blank; 0 in an empty line. */
  private int firstCharacter() {
    for (int i = 0; i < line.size(); i++) {
      if (line.at(i) > ' ' || line.at(i) < 0) {
        return line.at(i);
      }
    }
    return 0;
  }

  private boolean isMarker(byte[] marker) {
    for (int i = 0; i < marker.length; i++) {
      if (i >= line.size() || line.at(i) != marker[i]) {
        return false;
      }
    }
    return line.size() == marker.length || (line.at(3) <= ' ' && line.at(3) >= 0);
  }
}
