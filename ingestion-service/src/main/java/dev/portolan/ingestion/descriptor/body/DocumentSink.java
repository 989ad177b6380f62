package dev.portolan.ingestion.descriptor.body;

import java.util.function.Consumer;

/** Numbers the documents of a body, and stops at a number that no honest body reaches. */
final class DocumentSink {
  private final BodyInput in;
  private final Consumer<BodyDocument> sink;
  private int documents;

  DocumentSink(BodyInput in, Consumer<BodyDocument> sink) {
    this.in = in;
    this.sink = sink;
  }

  void json(int line, int column, DocumentBytes bytes) throws MalformedTextException {
    int document = next();
    sink.accept(
        bytes.tooLarge()
            ? new TooLargeDocument(document, line, Limits.DOCUMENT_BYTES)
            : new JsonDocument(document, line, column, bytes.copy()));
  }

  /**
   * @param start where its text begins, with the comments before it
   * @param line where the document itself begins
   */
  void yaml(int start, int line, DocumentBytes bytes) throws MalformedTextException {
    int document = next();
    sink.accept(
        bytes.tooLarge()
            ? new TooLargeDocument(document, line, Limits.DOCUMENT_BYTES)
            : new YamlDocument(document, start, line, bytes.copy()));
  }

  /** The number of the document that is being read. */
  int current() {
    return documents + 1;
  }

  private int next() throws MalformedTextException {
    if (documents == Limits.DOCUMENTS) {
      throw in.malformed(
          "documents",
          "The body has more than " + Limits.DOCUMENTS + " documents: send it in several parts.");
    }
    return ++documents;
  }
}
