package dev.portolan.scorecard.intake;

import static dev.portolan.scorecard.EntityFixtures.changed;
import static dev.portolan.scorecard.EntityFixtures.deleted;
import static dev.portolan.scorecard.EntityFixtures.dependsOn;
import static dev.portolan.scorecard.EntityFixtures.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.scorecard.intake.DeadLetters.DeadLetter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeBatchTest {

  @Test
  void keepsOfEachEntityTheHighestVersionWhateverTheOrder() {
    ChangeBatch<EntityChanged> batch =
        batch(
            json(changed("component:a", 2)),
            json(changed("component:b", 1)),
            json(changed("component:a", 3, dependsOn("component:b"))),
            json(changed("component:a", 1)));

    assertThat(batch.changes()).hasSize(4);
    assertThat(batch.latest(new EntityChangeFormat()))
        .containsExactly(
            changed("component:a", 3, dependsOn("component:b")), changed("component:b", 1));
  }

  @Test
  void tombstonesAreNeitherChangesNorFaults() {
    ChangeBatch<EntityChanged> batch = batch(json(deleted("component:a", 2)), null);

    assertThat(batch.latest(new EntityChangeFormat())).containsExactly(deleted("component:a", 2));
    assertThat(batch.unreadable()).isEmpty();
  }

  @Test
  void anUnreadableRecordIsReportedWithItsPlaceAndTheOthersAreKept() {
    ChangeBatch<EntityChanged> batch =
        batch(json(changed("component:a", 1)), bytes("{"), json(changed("component:b", 1)));

    assertThat(batch.latest(new EntityChangeFormat())).hasSize(2);
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
          {"ref":"component:default/a","version":1,"change":"CREATED","committedAt":"2026-11-24T12:00:00Z","entity":{}} | lacks the entity's kind
          {"ref":"component:default/a","version":1,"change":"CREATED","committedAt":"2026-11-24T12:00:00Z","entity":{"kind":"Component","namespace":"default","name":"a b"}} | is not an entity change
          {"ref":"component:default/a","version":1,"change":"CREATED","committedAt":"2026-11-24T12:00:00Z","entity":{"kind":"Component","namespace":"default","name":"a","relations":[null]}} | lacks a relation
          {"ref":"component:default/a","version":1,"change":"CREATED","committedAt":"2026-11-24T12:00:00Z","entity":{"kind":"Component","namespace":"default","name":"a","links":[null]}} | lacks a link
          """)
  void saysWhatIsWrongWithARecord(String value, String reason) {
    assertThat(batch(bytes(value)).unreadable())
        .singleElement()
        .extracting(DeadLetter::reason)
        .asString()
        .contains(reason);
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

  private static ChangeBatch<EntityChanged> batch(byte[] @Nullable ... values) {
    List<byte @Nullable []> list = Arrays.asList(values);
    return ChangeBatch.read(list, new EntityChangeFormat());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
