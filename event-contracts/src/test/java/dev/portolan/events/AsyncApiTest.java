package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** That asyncapi.yaml says what the constants, the records and the schemas say. */
class AsyncApiTest {
  private static final Path FILE = Path.of("asyncapi.yaml");
  private static final YAMLMapper YAML = new YAMLMapper();

  private final JsonNode api = read(FILE);

  @Test
  void theChannelsAreTheTopics() {
    assertThat(api.at("/channels").values())
        .extracting(channel -> channel.path("address").asString())
        .containsExactlyInAnyOrder(
            Topics.ENTITIES,
            Topics.FACTS,
            Topics.SCORECARD_RESULTS,
            Topics.REMINDERS,
            Topics.deadLetters(Topics.ENTITIES, "{service}"),
            Topics.deadLetters(Topics.FACTS, "{service}"));
  }

  @Test
  void theBindingsNameTheSameTopics() {
    assertThat(api.at("/channels/entities/bindings/kafka/topic").asString())
        .isEqualTo(Topics.ENTITIES);
    assertThat(api.at("/channels/facts/bindings/kafka/topic").asString()).isEqualTo(Topics.FACTS);
    assertThat(api.at("/channels/scorecardResults/bindings/kafka/topic").asString())
        .isEqualTo(Topics.SCORECARD_RESULTS);
    assertThat(api.at("/channels/reminders/bindings/kafka/topic").asString())
        .isEqualTo(Topics.REMINDERS);
  }

  @Test
  void theMessagesAreNamedAfterTheEventsAndCarryWhatTheirSchemasSay() {
    assertThat(message("entityChanged", "/name")).isEqualTo(EntityChanged.TYPE);
    assertThat(message("entityChanged", "/payload/schema/$ref"))
        .endsWith("/" + EventSchema.ENTITY_CHANGED.file());
    assertThat(message("factChanged", "/name")).isEqualTo(FactChanged.TYPE);
    assertThat(message("factChanged", "/payload/schema/$ref"))
        .endsWith("/" + EventSchema.FACT_CHANGED.file());
    assertThat(message("initiativeReminder", "/name")).isEqualTo(InitiativeReminder.TYPE);
    assertThat(message("initiativeReminder", "/payload/schema/$ref"))
        .endsWith("/" + EventSchema.INITIATIVE_REMINDER.file());
    assertThat(message("scorecardResultChanged", "/name")).isEqualTo(ScorecardResultChanged.TYPE);
    assertThat(message("scorecardResultChanged", "/payload/schema/$ref"))
        .endsWith("/" + EventSchema.SCORECARD_RESULT_CHANGED.file());
    assertThat(strings(api.at("/components/schemas/tombstoneHeaders/properties/ce_type/enum")))
        .containsExactlyInAnyOrder(
            EntityChanged.TYPE, FactChanged.TYPE, ScorecardResultChanged.TYPE);
  }

  @Test
  void theHeadersAreThoseOfTheConstants() {
    JsonNode schemas = api.at("/components/schemas");
    assertThat(
            Stream.of("tombstoneHeaders", "eventHeaders")
                .flatMap(name -> schemas.at("/" + name + "/properties").propertyNames().stream()))
        .containsExactlyInAnyOrderElementsOf(constants(CloudEventHeaders.class));
    assertThat(
            Stream.of("tombstoneHeaders", "eventHeaders")
                .flatMap(name -> strings(schemas.at("/" + name + "/required")).stream()))
        .containsExactlyInAnyOrderElementsOf(
            constants(CloudEventHeaders.class).stream()
                .filter(name -> !name.equals(CloudEventHeaders.TRACE_PARENT))
                .toList());
  }

  @Test
  void theHeadersOfDeadLettersAreThoseOfTheConstants() {
    JsonNode headers = api.at("/components/schemas/deadLetterHeaders");
    assertThat(headers.path("properties").propertyNames())
        .containsExactlyInAnyOrderElementsOf(constants(DeadLetterHeaders.class));
    assertThat(strings(headers.path("required")))
        .containsExactlyInAnyOrderElementsOf(constants(DeadLetterHeaders.class));
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> references = api.findValuesAsString("$ref");
    assertThat(references).isNotEmpty().allSatisfy(this::leadsSomewhere);
  }

  private void leadsSomewhere(String reference) {
    int hash = reference.indexOf('#');
    String file = hash < 0 ? reference : reference.substring(0, hash);
    JsonNode document = file.isEmpty() ? api : read(FILE.resolveSibling(file));
    JsonNode target = hash < 0 ? document : document.at(reference.substring(hash + 1));
    assertThat(target.isMissingNode()).as(reference + " leads nowhere").isFalse();
  }

  private String message(String name, String member) {
    return api.at("/components/messages/" + name + member).asString();
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getFields()).map(AsyncApiTest::value).toList();
  }

  private static String value(Field constant) {
    try {
      return String.valueOf(constant.get(null));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** JSON is YAML, so this reads the schemas too. */
  private static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}
