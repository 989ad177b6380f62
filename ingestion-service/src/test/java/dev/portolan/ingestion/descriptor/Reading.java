package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.format.Formats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What became of the documents of a body. */
record Reading(List<ReadDocument> documents) {
  private static final DescriptorReader READER = new DescriptorReader();

  static Reading of(String body) {
    return of(body.getBytes(StandardCharsets.UTF_8));
  }

  static Reading of(byte[] body) {
    try {
      return read(body, new ArrayList<>());
    } catch (UnreadableBodyException e) {
      throw new AssertionError("The body was to be readable: " + e.getMessage(), e);
    }
  }

  /** Reads a body that may break off; what came before is in the list then. */
  static Reading read(byte[] body, List<ReadDocument> documents) throws UnreadableBodyException {
    try {
      READER.read(new ByteArrayInputStream(body), documents::add);
      return new Reading(documents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of a source that asks for formats. */
  static Reading ofFile(String file, String text, String... formats) {
    List<ReadDocument> documents = new ArrayList<>();
    try {
      READER
          .reading(Formats.named(List.of(formats)))
          .read(
              file,
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
              Placeholders.leftAsWritten(),
              documents::add);
    } catch (UnreadableBodyException e) {
      documents.add(ReadDocument.Rejected.brokenOff(documents.size() + 1, e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Reading(documents);
  }

  List<ReadDocument.Accepted> accepted() {
    return only(ReadDocument.Accepted.class);
  }

  List<ReadDocument.Rejected> rejected() {
    return only(ReadDocument.Rejected.class);
  }

  List<ReadDocument.PassedOver> passedOver() {
    return only(ReadDocument.PassedOver.class);
  }

  private <T extends ReadDocument> List<T> only(Class<T> type) {
    return documents.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** The one document of the body, which must be accepted. */
  ReadDocument.Accepted entity() {
    if (documents.size() == 1 && documents.getFirst() instanceof ReadDocument.Accepted accepted) {
      return accepted;
    }
    throw new AssertionError("One accepted document was expected, and there is " + documents);
  }

  /** The problems of the one document of the body, which must be rejected. */
  List<Problem> problems() {
    if (documents.size() == 1 && documents.getFirst() instanceof ReadDocument.Rejected rejected) {
      return rejected.problems();
    }
    throw new AssertionError("One rejected document was expected, and there is " + documents);
  }

  /** The only problem of the only document. */
  Problem problem() {
    if (problems().size() != 1) {
      throw new AssertionError("One problem was expected, and there are " + problems());
    }
    return problems().getFirst();
  }

  /** Why the one document of the body is passed over. */
  String reason() {
    if (documents.size() == 1 && documents.getFirst() instanceof ReadDocument.PassedOver over) {
      return over.reason();
    }
    throw new AssertionError("One document passed over was expected, and there is " + documents);
  }
}
