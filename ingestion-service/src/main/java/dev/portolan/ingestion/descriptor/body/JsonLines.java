package dev.portolan.ingestion.descriptor.body;

import java.io.IOException;

/** JSON documents, one in each line. */
final class JsonLines {
  private JsonLines() {}

  static void split(BodyInput in, DocumentSink documents)
      throws IOException, MalformedTextException {
    DocumentBytes bytes = new DocumentBytes();
    int line = in.line();
    while (in.readLine(bytes)) {
      // A value that breaks off does so in its own line and not at the beginning of the next.
      bytes.dropLineEnd();
      if (bytes.tooLarge() || !bytes.isBlank()) {
        documents.json(line, 1, bytes);
      }
      bytes.clear();
      line = in.line();
    }
  }
}
