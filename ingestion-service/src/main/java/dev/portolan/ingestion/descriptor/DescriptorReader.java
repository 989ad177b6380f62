package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.BodyDocument;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.descriptor.body.Unwritten;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.format.Formats;
import dev.portolan.ingestion.kind.Kinds;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the documents of a body: a JSON array or object, JSON Lines, or YAML documents. */
public final class DescriptorReader {
  private final Supplier<Kinds> kinds;
  private final Formats formats;

  /**
   * Reads descriptors of the kinds that there are at the time, and of others as they are. What
   * becomes of a document of a kind that users define is not final: see {@link ReadDocument#by}.
   */
  public DescriptorReader(Supplier<Kinds> kinds) {
    this(kinds, Formats.NONE);
  }

  private DescriptorReader(Supplier<Kinds> kinds, Formats formats) {
    this.kinds = kinds;
    this.formats = formats;
  }

  /** Reads descriptors of the kinds that come with Portolan, and of others as they are. */
  public DescriptorReader() {
    this(Kinds::shipped);
  }

  /** One that makes entities of files in these formats too. */
  public DescriptorReader reading(Formats others) {
    return new DescriptorReader(kinds, others);
  }

  /**
   * One that knows what a file holds before it reads it, if its formats need that.
   *
   * @throws IOException when the stream breaks
   */
  public DescriptorReader lookingAhead(Opening file) throws IOException {
    Optional<Formats> ahead = formats.lookingAhead();
    if (ahead.isEmpty()) {
      return this;
    }
    try (InputStream in = file.open()) {
      Body.split(in, document -> lookAt(document, ahead.get()));
    } catch (MalformedTextException e) {
      // It is told when the file is read.
    }
    return reading(ahead.get());
  }

  private static void lookAt(BodyDocument document, Formats formats) {
    try {
      formats.lookAt(document.tree());
    } catch (MalformedTextException e) {
      // It is told when the file is read.
    }
  }

  /** Opens a file from its beginning. */
  @FunctionalInterface
  public interface Opening {
    /** The file as a stream. */
    InputStream open() throws IOException;
  }

  /** The formats that it reads beside descriptors. */
  public Formats formats() {
    return formats;
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

  /** Judges what was put into the form of a descriptor and stands in no body. */
  public ReadDocument read(Translation translation) {
    return new DocumentReading(kinds.get(), formats, "", Placeholders.leftAsWritten())
        .translated(Passage.unwritten(new Unwritten(), 1), "", translation);
  }

  /**
   * Reads a body whose placeholders may be resolved.
   *
   * @throws UnreadableBodyException when the body breaks off; what was handed over stands
   * @throws IOException when the stream does
   */
  public void read(InputStream body, Placeholders placeholders, Consumer<ReadDocument> sink)
      throws IOException, UnreadableBodyException {
    read("", body, placeholders, sink);
  }

  /**
   * Reads a file.
   *
   * @param file its path: some formats have no other name for what they describe
   * @throws UnreadableBodyException when the file breaks off; what was handed over stands
   * @throws IOException when the stream does
   */
  public void read(
      String file, InputStream body, Placeholders placeholders, Consumer<ReadDocument> sink)
      throws IOException, UnreadableBodyException {
    DocumentReading reading = new DocumentReading(kinds.get(), formats, file, placeholders);
    if (formats.isText(file)) {
      reading.read(Body.text(body)).forEach(sink);
      return;
    }
    try {
      Consumer<BodyDocument> each = document -> reading.read(document).forEach(sink);
      if (formats.isLarge(file)) {
        Body.splitOrWhole(body, each, document -> reading.large(document).forEach(sink));
      } else {
        Body.split(body, each);
      }
    } catch (MalformedTextException e) {
      throw new UnreadableBodyException(e.line(), e.column(), e.getMessage());
    }
  }
}
