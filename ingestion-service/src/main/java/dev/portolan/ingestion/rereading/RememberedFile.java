package dev.portolan.ingestion.rereading;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.adapter.FileReading;
import dev.portolan.ingestion.sync.TakenDocument;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is remembered of a file. It says what stands in the file, and not that the catalog has it:
 * whoever takes it again looks up whether the source still says so.
 *
 * @param reading how it was read
 * @param documents that were found in it, and in the pages that it names
 */
public record RememberedFile(FileReading reading, List<TakenDocument> documents) {

  /** All entities that it names. */
  Stream<EntityRef> refs() {
    return documents.stream()
        .flatMap(
            each ->
                switch (each) {
                  case TakenDocument.Said said -> Stream.of(said.ref());
                  case TakenDocument.Rejected rejected -> Stream.ofNullable(rejected.ref());
                  case TakenDocument.PassedOver _ -> Stream.empty();
                });
  }

  /** How much of it there is, in things that take about a line each. */
  int weight() {
    return 1
        + reading.grounds().files().size()
        + reading.grounds().folders().size()
        + reading.targets().size()
        + reading.faults().size()
        + reading.notes().size()
        + documents.stream().mapToInt(TakenDocument::weight).sum();
  }
}
