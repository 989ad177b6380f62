package dev.portolan.ingestion.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the documents of a body: a JSON array or object, JSON Lines, or YAML documents. */
public final class DescriptorReader {

  /**
   * Reads a body to its end and hands over each document as soon as it is read.
   *
   * @throws UnreadableBodyException when the body breaks off; what was handed over stands
   * @throws IOException when the stream does
   */
  public void read(InputStream body, Consumer<ReadDocument> sink)
      throws IOException, UnreadableBodyException {
    if (body.read() >= 0) {
      throw new UnreadableBodyException(1, 1, "Nothing can be read yet.");
    }
  }
}
