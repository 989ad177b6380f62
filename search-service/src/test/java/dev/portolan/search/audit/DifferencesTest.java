package dev.portolan.search.audit;

import static dev.portolan.search.EntityFixtures.changed;
import static dev.portolan.search.EntityFixtures.deleted;
import static dev.portolan.search.EntityFixtures.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.intake.ChangeBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferencesTest {
  @Test
  void whatIsMissingSurplusAndDifferentIsCountedAndNamed() {
    TopicVersions topic = new TopicVersions();
    topic.add(
        batch(
            changed("component:a", 1),
            changed("component:b", 2),
            changed("component:c", 3),
            changed("component:gone", 1),
            deleted("component:gone", 2)));

    Differences found =
        Differences.between(
            topic.existing(),
            Map.of(
                "component:default/a", 1L,
                "component:default/c", 2L,
                "component:default/gone", 1L));

    assertThat(found.drifts())
        .containsExactly(
            new Drift("component:default/b", "is missing: the topic has version 2"),
            new Drift("component:default/c", "has version 2, and 3 on the topic"),
            new Drift("component:default/gone", "is surplus: on the topic it does not exist"));
    assertThat(found.checked()).isEqualTo(4);
    assertThat(found.missing()).isEqualTo(1);
    assertThat(found.surplus()).isEqualTo(1);
    assertThat(found.different()).isEqualTo(1);
  }

  @Test
  void whatTheIndexHadFromTheTopicInTheMeantimeIsNoDifference() {
    TopicVersions topic = new TopicVersions();
    topic.add(batch(changed("component:a", 1), changed("component:b", 1)));
    Differences found =
        Differences.between(
            topic.existing(), Map.of("component:default/a", 2L, "component:default/new", 1L));

    found.saidNext(
        batch(
            changed("component:a", 2),
            changed("component:a", 3),
            deleted("component:b", 2),
            changed("component:new", 1)));

    assertThat(found.drifts()).isEmpty();
  }

  @Test
  void whatTheTopicNeverSaidStaysADifferenceHoweverMuchFollows() {
    TopicVersions topic = new TopicVersions();
    topic.add(batch(changed("component:a", 1)));
    Differences found = Differences.between(topic.existing(), Map.of("component:default/a", 9L));

    found.saidNext(batch(changed("component:a", 2)));

    assertThat(found.different()).isEqualTo(1);
  }

  @Test
  void anOldRecordThatComesAgainBringsNothingBack() {
    TopicVersions topic = new TopicVersions();
    topic.add(batch(changed("component:a", 1), deleted("component:a", 2)));
    topic.add(batch(changed("component:a", 1)));

    assertThat(topic.existing()).isEmpty();
  }

  @Test
  void anAuditThatCouldNotReadAllOfTheTopicIsNotComplete() {
    TopicVersions topic = new TopicVersions();
    topic.add(ChangeBatch.read(List.of(json(changed("component:a", 1)), "{".getBytes(UTF_8))));

    Audit audit =
        Audit.of(
            topic, Differences.between(topic.existing(), Map.of("component:default/a", 1L)), 1);

    assertThat(audit.complete()).isFalse();
    assertThat(audit.skipped()).isEqualTo(1);
    assertThat(audit.reason()).isEqualTo("1 records of the topic cannot be read");
    assertThat(audit.checked()).isEqualTo(1);
  }

  private static ChangeBatch batch(EntityChanged... changes) {
    List<byte @Nullable []> values = new ArrayList<>();
    for (EntityChanged change : changes) {
      values.add(json(change));
    }
    return ChangeBatch.read(values);
  }
}
