package dev.portolan.search.intake;

import static dev.portolan.search.EntityFixtures.changed;
import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.search.EntityFixtures.deleted;
import static dev.portolan.search.EntityFixtures.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.intake.ChangeBatch.Positioned;
import dev.portolan.search.intake.DeadLetters.DeadLetter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeBatchTest {

  @Test
  void keepsOfEachEntityTheHighestVersionWhateverTheOrder() {
    ChangeBatch batch =
        batch(
            json(changed("component:a", 2)),
            json(changed("component:b", 1)),
            json(component("a").titled("newest").version(3)),
            json(changed("component:a", 1)));

    assertThat(batch.changes()).hasSize(4);
    assertThat(latest(batch))
        .containsExactly(component("a").titled("newest").version(3), changed("component:b", 1));
  }

  @Test
  void tombstonesAreNeitherChangesNorFaults() {
    ChangeBatch batch = batch(json(deleted("component:a", 2)), null);

    assertThat(latest(batch)).containsExactly(deleted("component:a", 2));
    assertThat(batch.unreadable()).isEmpty();
  }

  @Test
  void anUnreadableRecordIsReportedWithItsPlaceAndTheOthersAreKept() {
    ChangeBatch batch =
        batch(json(changed("component:a", 1)), bytes("{"), json(changed("component:b", 1)));

    assertThat(latest(batch)).hasSize(2);
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
          {"ref":{},"version":1,"change":"DELETED"}                               | is not an entity change
          {"version":1,"change":"CREATED","entity":{}}                            | lacks ref
          """)
  void saysWhatIsWrongWithARecord(String value, String reason) {
    assertThat(batch(bytes(value)).unreadable())
        .singleElement()
        .extracting(DeadLetter::reason)
        .asString()
        .contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}                                                                            | lacks the entity's kind
          {"kind":"Component"}                                                          | lacks the entity's namespace
          {"kind":"Component","namespace":"default"}                                    | lacks the entity's name
          {"kind":"Component","namespace":"default","name":"a b"}                       | 'a b' is not valid
          {"kind":"Component","namespace":"default","name":"a","relations":[null]}      | lacks a relation
          {"kind":"Component","namespace":"default","name":"a","relations":[{}]}        | lacks a relation's type
          {"kind":"Component","namespace":"default","name":"a","relations":[{"type":"x"}]} | lacks a relation's target
          {"kind":"Component","namespace":"default","name":"a","tags":7}                | is not an entity change
          """)
  void saysWhatIsWrongWithTheEntityOfARecord(String entity, String reason) {
    String value =
        """
        {"ref":"component:default/a","version":1,"change":"CREATED",
         "committedAt":"2026-11-24T12:00:00Z","entity":%s}
        """
            .formatted(entity);

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

  private static ChangeBatch batch(byte[] @Nullable ... values) {
    List<byte @Nullable []> list = Arrays.asList(values);
    return ChangeBatch.read(list);
  }

  private static List<EntityChanged> latest(ChangeBatch batch) {
    return ChangeBatch.latest(batch.changes()).stream().map(Positioned::change).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
