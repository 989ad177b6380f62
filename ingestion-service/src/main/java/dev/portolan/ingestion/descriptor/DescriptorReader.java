package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.kind.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the documents of a body: a JSON array or object, JSON Lines, or YAML documents. */
public final class DescriptorReader {
  private final Supplier<Kinds> kinds;

  /**
   * Reads descriptors of the kinds that there are at the time, and of others as they are. What
   * becomes of a document of a kind that users define is not final: see {@link ReadDocument#by}.
   */
  public DescriptorReader(Supplier<Kinds> kinds) {
    this.kinds = kinds;
  }

  /** Reads descriptors of the kinds that come with Portolan, and of others as they are. */
  public DescriptorReader() {
    this(Kinds::shipped);
  }

  /** The kinds that it knows now. */
  public Kinds kinds() {
    return kinds.get();
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

  /**
   * Reads a body whose placeholders may be resolved.
   *
   * @throws UnreadableBodyException when the body breaks off; what was handed over stands
   * @throws IOException when the stream does
   */
  public void read(InputStream body, Placeholders placeholders, Consumer<ReadDocument> sink)
      throws IOException, UnreadableBodyException {
    DocumentReading reading = new DocumentReading(kinds.get(), placeholders);
    try {
      Body.split(body, document -> reading.read(document).forEach(sink));
    } catch (MalformedTextException e) {
      throw new UnreadableBodyException(e.line(), e.column(), e.getMessage());
    }
  }
}
