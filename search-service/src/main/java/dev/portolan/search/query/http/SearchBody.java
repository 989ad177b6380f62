package dev.portolan.search.query.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.search.query.Cursor;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.Order;
import dev.portolan.search.query.SearchFilter;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.SearchRequest.MinVersion;
import dev.portolan.search.query.language.Query;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search as it comes over HTTP, where everything may be left out. */
record SearchBody(
    @Nullable String text,
    @Nullable Filter filter,
    @Nullable Order orderBy,
    @Nullable Integer first,
    @Nullable String after,
    @Nullable List<@Nullable Version> minVersion,
    @Nullable String viewer,
    @Nullable Boolean explain) {

  private static final int DEFAULT_FIRST = 20;

  /** Lists of values; one that is left out says nothing, an empty one lets nothing through. */
  record Filter(
      @Nullable List<String> kind,
      @Nullable List<String> namespace,
      @Nullable List<String> owner,
      @Nullable List<String> system,
      @Nullable List<String> type,
      @Nullable List<String> lifecycle,
      @Nullable List<String> tag) {

    SearchFilter toFilter() {
      Map<FilterField, List<String>> values = new EnumMap<>(FilterField.class);
      for (FilterField field : FilterField.values()) {
        List<String> asked = of(field);
        if (asked != null) {
          values.put(field, asked);
        }
      }
      return SearchFilter.of(values);
    }

    private @Nullable List<String> of(FilterField field) {
      return switch (field) {
        case KIND -> kind;
        case NAMESPACE -> namespace;
        case OWNER -> owner;
        case SYSTEM -> system;
        case TYPE -> type;
        case LIFECYCLE -> lifecycle;
        case TAG -> tag;
      };
    }
  }

  /** A version that must be seen. */
  record Version(@Nullable String ref, long version) {
    MinVersion toMinVersion() {
      if (ref == null) {
        throw new InvalidSearchException("minVersion", "A minVersion has no ref.");
      }
      try {
        return new MinVersion(EntityRef.parse(ref), version);
      } catch (InvalidNameException e) {
        throw new InvalidSearchException("minVersion", String.valueOf(e.getMessage()));
      }
    }
  }

  /** Whether anything was typed, and no filter chosen beside it that says something. */
  boolean isText() {
    return text != null
        && !text.isBlank()
        && (filter == null || filter.toFilter().equals(SearchFilter.NONE));
  }

  SearchRequest toRequest(Instant now) {
    return SearchRequest.of(
        text == null ? Query.EMPTY : Query.of(text, now),
        filter == null ? SearchFilter.NONE : filter.toFilter(),
        orderBy == null ? Order.RELEVANCE : orderBy,
        first == null ? DEFAULT_FIRST : first,
        after == null ? null : Cursor.decode(after),
        minVersion == null ? List.of() : minVersion.stream().map(SearchBody::toMinVersion).toList(),
        viewer == null ? null : viewer(viewer),
        Boolean.TRUE.equals(explain));
  }

  private static EntityRef viewer(String ref) {
    try {
      return EntityRef.parse(ref, "user", EntityRef.DEFAULT_NAMESPACE);
    } catch (InvalidNameException e) {
      throw new InvalidSearchException("viewer", String.valueOf(e.getMessage()));
    }
  }

  private static MinVersion toMinVersion(@Nullable Version version) {
    if (version == null) {
      throw new InvalidSearchException("minVersion", "A minVersion is null; leave it out.");
    }
    return version.toMinVersion();
  }
}
