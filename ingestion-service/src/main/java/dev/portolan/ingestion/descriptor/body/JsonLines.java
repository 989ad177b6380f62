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
      if (bytes.tooLarge() || !bytes.isBlank()) {
        documents.json(line, 1, bytes);
      }
      bytes.clear();
      line = in.line();
    }
  }
}
