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
  private int start = 1;
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
        if (marked || hasContent) {
          finish(number);
        }
        firstLine = number;
        marked = true;
        append();
      } else if (isMarker(END)) {
        append();
        finish(number + 1);
      } else {
        hasContent |= isContent();
        append();
      }
      line.clear();
      number = in.line();
    }
    finish(number);
  }

  /** Directives and comments before a marker belong to the document that it begins. */
  private boolean isContent() {
    int first = firstCharacter();
    boolean directive = !marked && !hasContent && first == '%';
    return first != 0 && first != '#' && !directive;
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
      documents.yaml(start, firstLine, document);
    }
    document.clear();
    start = nextLine;
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
