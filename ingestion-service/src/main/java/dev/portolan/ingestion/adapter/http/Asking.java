package dev.portolan.ingestion.adapter.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a reading asks for: everything, everything unless nothing changed, or what changed since.
 *
 * @param call for the first answer
 * @param tag of the last answer, when the server is to say whether anything changed; or null
 * @param newsOnly why only news were asked for; or null
 * @param began when the reading began, when its successor may ask for what changed since; or null
 */
record Asking(Call call, @Nullable String tag, @Nullable String newsOnly, @Nullable Instant began) {

  /** What to ask for. */
  static Asking of(HttpSource source, @Nullable Known known, Instant now) {
    if (source.since().isPresent()) {
      if (known == null) {
        return new Asking(source.call(), null, null, now);
      }
      Instant moment =
          Instant.parse(known.revision()).minus(HttpLimits.OVERLAP).truncatedTo(ChronoUnit.SECONDS);
      return new Asking(
          source.since().get().in(source.call(), moment),
          null,
          "Only what changed since %s was asked for, so nothing was retracted.".formatted(moment),
          now);
    }
    return known != null && source.pagination() instanceof Pagination.None
        ? new Asking(source.call(), known.revision(), null, null)
        : new Asking(source.call(), null, null, null);
  }

  /**
   * What the next reading has to know of this one.
   *
   * @param answered the tag of the answer
   */
  @Nullable String revision(@Nullable String answered) {
    return began == null ? answered : began.toString();
  }
}
