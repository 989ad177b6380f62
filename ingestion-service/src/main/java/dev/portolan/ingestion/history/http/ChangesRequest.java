package dev.portolan.ingestion.history.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.ingestion.history.Position;
import dev.portolan.ingestion.history.Span;
import dev.portolan.ingestion.http.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What somebody wants to know of a span of time; refs left out are all. */
record ChangesRequest(
    @Nullable String from,
    @Nullable String to,
    @Nullable List<@Nullable String> refs,
    @Nullable Integer first,
    @Nullable String after) {
  private static final int MOST_REFS = 20_000;
  private static final int MOST_BYTES = 8 << 20;
  private static final int USUAL = 50;
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Reads a body, which is bounded before it is parsed. */
  static ChangesRequest read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw ApiException.tooLarge(
          "The body is longer than " + MOST_BYTES + " bytes. Ask for fewer refs at a time.");
    }
    try {
      return JSON.readValue(bytes, ChangesRequest.class);
    } catch (JacksonException e) {
      throw ApiException.badRequest(
          "The body cannot be read",
          e.getOriginalMessage()
              + ". It must be a JSON object such as {\"from\":\"2026-11-25T00:00:00Z\","
              + "\"to\":\"2026-11-26T00:00:00Z\",\"refs\":null,\"first\":50,\"after\":null}.");
    }
  }

  Span span() {
    Instant begin = Moments.parse("from", from);
    Instant end = Moments.parse("to", to);
    if (begin.isAfter(end)) {
      throw ApiException.badRequest(
              "Not a span",
              "from is " + begin + ", which is after to, " + end + "; it must not be.")
          .with(Map.of("field", "from"));
    }
    return new Span(begin, end, refs == null ? null : parsed(refs));
  }

  int size() {
    return Pages.first(first == null ? USUAL : first);
  }

  @Nullable Position position() {
    return Pages.after(after);
  }

  private static List<EntityRef> parsed(List<@Nullable String> refs) {
    if (refs.size() > MOST_REFS) {
      throw ApiException.badRequest(
              "Too many refs",
              "There are "
                  + refs.size()
                  + " refs; at most "
                  + MOST_REFS
                  + " can be asked for at a time.")
          .with(Map.of("field", "refs"));
    }
    var parsed = new ArrayList<EntityRef>(refs.size());
    for (String ref : refs) {
      parsed.add(parsed(ref, parsed.size()));
    }
    return parsed;
  }

  private static EntityRef parsed(@Nullable String ref, int index) {
    try {
      return EntityRef.parse(ref == null ? "" : ref);
    } catch (InvalidNameException invalid) {
      throw ApiException.badRequest(
              "A name breaks its rule", "refs[" + index + "]: " + invalid.getMessage())
          .with(Map.of("field", "refs/" + index));
    }
  }
}
