package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.adapter.jq.JqFailedException;
import dev.portolan.ingestion.adapter.jq.JqInput;
import dev.portolan.ingestion.adapter.mapping.Mapped;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One reading of a source, answer by answer. */
final class HttpReading {
  private final HttpSource source;
  private final Conversation conversation;
  private final DescriptorReader reader;
  private final Consumer<FoundDocument> sink;
  private final Set<Call> asked = new HashSet<>();
  private final Map<String, Integer> notes = new LinkedHashMap<>();
  private @Nullable String tag;
  private @Nullable JsonNode itemsBefore;
  private int pages;
  private int items;
  private int runaways;

  HttpReading(
      HttpSource source,
      Conversation conversation,
      DescriptorReader reader,
      Consumer<FoundDocument> sink) {
    this.source = source;
    this.conversation = conversation;
    this.reader = reader;
    this.sink = sink;
  }

  /**
   * Reads all answers.
   *
   * @param asking what is asked for
   */
  SourceReading read(Asking asking) {
    try {
      Optional<Call> next = Optional.of(source.pagination().first(asking.call()));
      while (next.isPresent()) {
        next = page(next.get(), asking);
      }
      return reading(asking.revision(tag), List.of(), asking.newsOnly());
    } catch (UnchangedException e) {
      return reading(
          asking.tag(), List.of(), "The server says that nothing changed since the last reading.");
    } catch (HttpFault e) {
      String fault = "Page %d: %s.".formatted(pages, e.getMessage());
      return reading(null, List.of(fault), asking.newsOnly());
    }
  }

  private SourceReading reading(
      @Nullable String revision, List<String> faults, @Nullable String newsOnly) {
    List<String> told =
        notes.entrySet().stream()
            .map(note -> note.getKey() + " (" + note.getValue() + " items).")
            .toList();
    return new SourceReading(pages, revision, faults, told, newsOnly);
  }

  private Optional<Call> page(Call call, Asking asking) throws HttpFault, UnchangedException {
    if (++pages > HttpLimits.PAGES) {
      throw new HttpFault(
          "there are more than %,d pages; the rest is not read".formatted(HttpLimits.PAGES));
    }
    if (!asked.add(call)) {
      throw new HttpFault("the server leads to a page that was read before");
    }
    Answer answer = conversation.ask(call, asking.tag());
    if (answer.isUnchanged()) {
      throw new UnchangedException();
    }
    if (call instanceof Call.Query) {
      GraphqlErrors.check(answer.body());
    }
    tag = answer.tag().orElse(null);
    JqInput body = JqInput.of(answer.body());
    JsonNode found = items(body);
    if (source.pagination() instanceof Pagination.Page
        && !found.isEmpty()
        && found.equals(itemsBefore)) {
      throw new HttpFault(
          "it is the same as the page before: the server does not know the parameter of the pagination");
    }
    itemsBefore = found;
    map(found);
    Optional<Call> next =
        source.pagination().next(asking.call(), answer, body, pages, found.isEmpty());
    if (next.isPresent()) {
      conversation.checkSameHost(next.get().url(), "leads to");
    }
    return next;
  }

  private JsonNode items(JqInput body) throws HttpFault {
    try {
      JsonNode found = source.items().first(body).orElse(null);
      if (found == null || !found.isArray()) {
        throw new HttpFault(
            "the program of 'items' yields no list: the server answers something else than it should");
      }
      return found;
    } catch (JqFailedException e) {
      throw new HttpFault("the program of 'items' fails: " + e.getMessage());
    }
  }

  private void map(JsonNode found) throws HttpFault {
    String path = "page " + pages;
    int number = 0;
    for (JsonNode item : found) {
      number++;
      if (++items > HttpLimits.ITEMS) {
        throw new HttpFault(
            "there are more than %,d items; the rest is not read".formatted(HttpLimits.ITEMS));
      }
      for (Mapped mapped : source.mapping().map(item)) {
        mapped.notes().forEach(note -> notes.merge(note, 1, Integer::sum));
        sink.accept(new FoundDocument(path, mapped.read(reader, number)));
        if (mapped.runaway() && ++runaways >= HttpLimits.RUNAWAYS) {
          throw new HttpFault(
              "a program of the mapping was stopped at its bounds with %d items; the rest is not read"
                  .formatted(runaways));
        }
      }
    }
  }

  /** The server has nothing new. */
  private static final class UnchangedException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
