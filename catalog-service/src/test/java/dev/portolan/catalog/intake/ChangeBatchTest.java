package dev.portolan.catalog.intake;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.intake.DeadLetters.DeadLetter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ChangeBatchTest {

  @Test
  void keepsOfEachEntityTheHighestVersionWhateverTheOrder() {
    ChangeBatch batch =
        batch(
            json(changed("component:a", 2)),
            json(changed("component:b", 1)),
            json(changed("component:a", 3, dependsOn("component:b"))),
            json(changed("component:a", 1)));

    assertThat(batch.changes()).hasSize(4);
    assertThat(batch.latest())
        .containsExactly(
            changed("component:a", 3, dependsOn("component:b")), changed("component:b", 1));
  }

  @Test
  void tombstonesAreNeitherChangesNorFaults() {
    ChangeBatch batch = batch(json(deleted("component:a", 2)), null);

    assertThat(batch.latest()).containsExactly(deleted("component:a", 2));
    assertThat(batch.unreadable()).isEmpty();
  }

  @Test
  void anUnreadableRecordIsReportedWithItsPlaceAndTheOthersAreKept() {
    ChangeBatch batch =
        batch(json(changed("component:a", 1)), bytes("{"), json(changed("component:b", 1)));

    assertThat(batch.latest()).hasSize(2);
    assertThat(batch.unreadable()).extracting(DeadLetter::position).containsExactly(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null                                                                    | is the JSON value null
          []                                                                      | is not an entity change
          {"ref":"component:default/a"}                                           | into type `long`
          {"ref":"nonsense","version":1,"change":"DELETED"}                       | this one has no kind
          {"version":1,"change":"DELETED"}                                        | lacks ref
          {"ref":"component:default/a","version":1,"change":"DELETED"}            | lacks committedAt
          {"ref":"component:default/a","version":1,"change":"CREATED"}            | is CREATED without an entity
          {"ref":"component:default/a","version":1,"change":"EXPLODED"}           | EXPLODED
          """)
  void saysWhatIsWrongWithARecord(String value, String reason) {
    assertThat(batch(bytes(value)).unreadable())
        .singleElement()
        .extracting(DeadLetter::reason)
        .asString()
        .contains(reason);
  }

  @Test
  void whateverIsMissingInsideAnEntityIsSaidOfThatRecordAlone() {
    JsonNode good = JsonMapper.shared().readTree(json(changed("component:a", 1, dependsOn("a:b"))));
    for (JsonPointer place : places(good)) {
      JsonNode broken = good.deepCopy();
      ((ObjectNode) broken.at(place.head())).putNull(place.last().getMatchingProperty());
      ChangeBatch batch = batch(bytes(broken.toString()), json(changed("component:b", 1)));
      assertThat(batch.changes().size() + batch.unreadable().size()).as("%s", place).isEqualTo(2);
      assertThat(batch.latest()).as("%s", place).contains(changed("component:b", 1));
    }
  }

  @Test
  void aRelationThatIsNullIsAFaultOfItsRecord() {
    String value =
        new String(json(changed("component:a", 1)), UTF_8)
            .replace("\"relations\":[]", "\"relations\":[null]");

    assertThat(batch(bytes(value)).unreadable())
        .extracting(DeadLetter::position)
        .containsExactly(0);
  }

  @Test
  void aRecordThatCarriesAnotherEntityThanItIsAboutIsUnreadable() {
    String value =
        new String(json(changed("component:a", 1)), UTF_8)
            .replace("component:default/a", "component:default/b");

    assertThat(batch(bytes(value)).unreadable())
        .containsExactly(
            new DeadLetter(0, "is about component:default/b and carries component:default/a"));
  }

  private static List<JsonPointer> places(JsonNode change) {
    List<JsonPointer> places = new ArrayList<>();
    for (String name : change.propertyNames()) {
      places.add(JsonPointer.compile("/" + name));
    }
    for (String name : change.path("entity").propertyNames()) {
      places.add(JsonPointer.compile("/entity/" + name));
    }
    places.add(JsonPointer.compile("/entity/relations/0/type"));
    places.add(JsonPointer.compile("/entity/relations/0/target"));
    return places;
  }

  private static ChangeBatch batch(byte[] @Nullable ... values) {
    List<byte @Nullable []> list = Arrays.asList(values);
    return ChangeBatch.read(list);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
