package dev.portolan.events;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of an event as it was approved.
 *
 * @param file where it is
 * @param event what it says
 */
record ApprovedEvent(String file, Record event) {
  /** As ingestion-service writes: equal events have equal text. */
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  static final ApprovedEvent CREATED =
      new ApprovedEvent("entity-changed.created.json", EventFixtures.created());
  static final ApprovedEvent UPDATED =
      new ApprovedEvent("entity-changed.updated.json", EventFixtures.updated());
  static final ApprovedEvent DELETED =
      new ApprovedEvent("entity-changed.deleted.json", EventFixtures.deleted());
  static final ApprovedEvent MEASURED =
      new ApprovedEvent("fact-changed.measured.json", EventFixtures.measured());
  static final ApprovedEvent FACT_WITHDRAWN =
      new ApprovedEvent("fact-changed.fact-withdrawn.json", EventFixtures.factWithdrawn());
  static final ApprovedEvent EVALUATED =
      new ApprovedEvent("scorecard-result-changed.evaluated.json", EventFixtures.evaluated());
  static final ApprovedEvent WITHDRAWN =
      new ApprovedEvent("scorecard-result-changed.withdrawn.json", EventFixtures.withdrawn());
  static final ApprovedEvent REMINDED =
      new ApprovedEvent("initiative-reminder.reminded.json", EventFixtures.reminded());

  static List<ApprovedEvent> all() {
    return List.of(
        CREATED, UPDATED, DELETED, MEASURED, FACT_WITHDRAWN, EVALUATED, WITHDRAWN, REMINDED);
  }

  /** By the middle of the file's name, such as {@code created}. */
  static ApprovedEvent named(String sort) {
    return all().stream()
        .filter(each -> each.file.contains("." + sort + "."))
        .findFirst()
        .orElseThrow();
  }

  /** The approved file, word for word. */
  String text() {
    return Resource.text(file);
  }

  JsonNode tree() {
    return MAPPER.readTree(text());
  }

  EventSchema schema() {
    return EventSchema.of(event.getClass());
  }

  @Override
  public String toString() {
    return file;
  }
}
