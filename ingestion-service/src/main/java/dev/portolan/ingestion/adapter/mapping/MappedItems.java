package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Maps the items of one reading that have paths of their own, each to its documents. */
public final class MappedItems {
  private static final int RUNAWAYS = 10;

  private final DescriptorReader reader;
  private final Consumer<FoundDocument> sink;
  private final Map<String, Integer> notes = new TreeMap<>();
  private int runaways;

  /** Hands all documents to one sink. */
  public MappedItems(DescriptorReader reader, Consumer<FoundDocument> sink) {
    this.reader = reader;
    this.sink = sink;
  }

  /**
   * Maps an item.
   *
   * @param path of the item
   * @param place where its owner finds it
   * @throws BoundException when programs were stopped too often, as they would be with all others
   */
  public void map(Mapping mapping, JsonNode item, String path, String place) throws BoundException {
    for (Mapped mapped : mapping.map(item)) {
      mapped.notes().forEach(note -> notes.merge(note, 1, Integer::sum));
      sink.accept(new FoundDocument(path, mapped.read(reader, 1), place));
      if (mapped.runaway() && ++runaways >= RUNAWAYS) {
        throw new BoundException(
            "A program of the mapping was stopped at its bounds %d times; the rest is not read"
                .formatted(runaways));
      }
    }
  }

  /**
   * What the owner of the source may want to know.
   *
   * @param items what the items are, such as rows
   */
  public List<String> notes(String items) {
    return notes.entrySet().stream()
        .map(note -> "%s (%d %s).".formatted(note.getKey(), note.getValue(), items))
        .toList();
  }
}
