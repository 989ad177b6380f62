package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the catalog itself says of an entity whose sources were all silent for too long. */
public final class Staleness {
  /** The annotation, with the moment since which nobody is sure of the entity, to the second. */
  public static final String ANNOTATION = "portolan.dev/stale-since";

  private Staleness() {}

  /** The fields, annotated as far as it is true; whatever a source says there is not believed. */
  static Map<String, @Nullable Object> marked(Entity entity, List<Observation> said) {
    Map<String, @Nullable Object> fields = EntityFields.said(entity);
    Optional<Instant> since = since(said);
    if (since.isPresent() || entity.annotations().containsKey(ANNOTATION)) {
      Map<String, String> annotations = new LinkedHashMap<>(entity.annotations());
      annotations.remove(ANNOTATION);
      since.ifPresent(
          at -> annotations.put(ANNOTATION, at.truncatedTo(ChronoUnit.SECONDS).toString()));
      fields.put("annotations", annotations);
    }
    return fields;
  }

  /** One source that is sure is enough; without one it counts who was sure for longest. */
  private static Optional<Instant> since(List<Observation> said) {
    return said.stream().anyMatch(each -> each.staleSince() == null)
        ? Optional.empty()
        : said.stream().map(Observation::staleSince).max(Instant::compareTo);
  }
}
