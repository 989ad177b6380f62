package dev.portolan.events;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON Schema that this module ships.
 *
 * @param file where it is
 * @param record the event that it describes
 */
record EventSchema(String file, Class<? extends Record> record) {
  static final EventSchema ENTITY_CHANGED =
      new EventSchema("entity-changed.v1.schema.json", EntityChanged.class);
  static final EventSchema FACT_CHANGED =
      new EventSchema("fact-changed.v1.schema.json", FactChanged.class);
  static final EventSchema SCORECARD_RESULT_CHANGED =
      new EventSchema("scorecard-result-changed.v1.schema.json", ScorecardResultChanged.class);
  static final EventSchema INITIATIVE_REMINDER =
      new EventSchema("initiative-reminder.v1.schema.json", InitiativeReminder.class);

  /** Formats are asserted: an event whose time is no time is not valid. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  static List<EventSchema> all() {
    return List.of(ENTITY_CHANGED, FACT_CHANGED, SCORECARD_RESULT_CHANGED, INITIATIVE_REMINDER);
  }

  static EventSchema of(Class<?> event) {
    return all().stream().filter(schema -> schema.record == event).findFirst().orElseThrow();
  }

  JsonNode tree() {
    return JsonMapper.shared().readTree(Resource.text(file));
  }

  /** What is wrong with the JSON, each with its place; empty when it is valid. */
  List<String> faults(JsonNode json) {
    JsonNode tree = tree();
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(tree.path("$id").asString()), tree);
    return schema.validate(json).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getKeyword())
        .toList();
  }

  @Override
  public String toString() {
    return file;
  }
}
