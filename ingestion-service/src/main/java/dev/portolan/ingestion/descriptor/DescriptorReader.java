package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.descriptor.body.Unwritten;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.kind.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the documents of a body: a JSON array or object, JSON Lines, or YAML documents. */
public final class DescriptorReader {
  private final Kinds kinds;

  /** Reads descriptors of the given kinds, and of others as they are. */
  public DescriptorReader(Kinds kinds) {
    this.kinds = kinds;
  }

  /** Reads descriptors of the kinds that come with Portolan, and of others as they are. */
  public DescriptorReader() {
    this(Kinds.shipped());
  }

  /** The kinds that it knows. */
  public Kinds kinds() {
    return kinds;
  }

  /**
   * Reads a body to its end and hands over each document as soon as it is read.
   *
   * @throws UnreadableBodyException when the body breaks off; what was handed over stands
   * @throws IOException when the stream does
   */
  public void read(InputStream body, Consumer<ReadDocument> sink)
      throws IOException, UnreadableBodyException {
    read(body, Placeholders.leftAsWritten(), sink);
  }

  /** Judges what was put into the form of a descriptor and stands in no body. */
  public ReadDocument read(Translation translation) {
    return new DocumentReading(kinds, Placeholders.leftAsWritten())
        .translated(new Unwritten(), "", translation);
  }

  /**
   * Reads a body whose placeholders may be resolved.
   *
   * @throws UnreadableBodyException when the body breaks off; what was handed over stands
   * @throws IOException when the stream does
   */
  public void read(InputStream body, Placeholders placeholders, Consumer<ReadDocument> sink)
      throws IOException, UnreadableBodyException {
    DocumentReading reading = new DocumentReading(kinds, placeholders);
    try {
      Body.split(body, document -> reading.read(document).forEach(sink));
    } catch (MalformedTextException e) {
      throw new UnreadableBodyException(e.line(), e.column(), e.getMessage());
    }
  }
}
