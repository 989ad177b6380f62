package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.search.EntityFixtures.group;
import static dev.portolan.search.EntityFixtures.user;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.EntityFixtures.Draft;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What other entities say of one brings it forward. */
class NeighboursIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  private static RunningSearch search;

  @BeforeAll
  static void index() {
    search = RunningSearch.started(servers);
    Stream<Draft> catalog =
        Stream.of(
            component("queue-a"),
            component("queue-much-used"),
            component("queue-old").with("lifecycle", "deprecated"),
            component("queue-new").with("lifecycle", "production"),
            group("queue-ops"),
            group("g17").titled("Money Movers"),
            group("g18").titled("Ledger keepers").related("hasMember", "user:default/lena"),
            user("lena").related("memberOf", "group:default/g17"),
            component("till").ownedBy("g19"),
            component("till-book").ownedBy("g18"),
            component("till-roll").ownedBy("g17"));
    Stream<Draft> users =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    component("consumer" + i)
                        .related("dependsOn", "component:default/queue-much-used"));
    search
        .publish(
            Stream.concat(catalog, users)
                .map(draft -> draft.version(1))
                .toArray(EntityChanged[]::new))
        .caughtUp();
  }

  @AfterAll
  static void stop() {
    search.close();
  }

  @Test
  void ofWhatMatchesAlikeComesFirstOnWhatMoreDepends() {
    assertThat(search.found("queue"))
        .containsExactly(
            "component:default/queue-much-used",
            "component:default/queue-new",
            "component:default/queue-a",
            "component:default/queue-old",
            "group:default/queue-ops");
  }

  @Test
  void theReasonIsSaid() {
    JsonNode hit = search.search("{\"text\":\"queue\",\"explain\":true}").at("/hits/0");

    assertThat(hit.path("explanation").valueStream().map(JsonNode::asString))
        .contains(
            "0.02: it is one of the 50 on which most depends",
            "0.008: its kind is api or component or system");
  }

  @Test
  void whatTheTeamsOfWhoeverAsksOwnComesFirstUnlessItIsTheName() {
    assertThat(foundBy("user:default/nobody", "til")).startsWith("component:default/till");
    assertThat(foundBy("lena", "til"))
        .startsWith("component:default/till-book", "component:default/till-roll");
    assertThat(foundBy("lena", "till")).startsWith("component:default/till");
  }

  @Test
  void entitiesAreFoundByWhatTheirOwnerIsCalled() {
    assertThat(search.found("till movers")).containsExactly("component:default/till-roll");
    assertThat(search.found("money move")).contains("component:default/till-roll");
  }

  @Test
  void anOwnerThatIsCalledOtherwiseIsSoughtByItsNewTitleAfterAMoment() {
    search.found("money");
    search
        .publish(
            group("g19").titled("Paper makers").version(1),
            component("till-paper").ownedBy("g19").version(1))
        .caughtUp();

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(search.found("makers till")).contains("component:default/till"));
  }

  @Test
  void aViewerThatIsNoReferenceIsRefused() {
    assertThat(search.post("/api/search", "{\"text\":\"a\",\"viewer\":\"a b\"}"))
        .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .satisfies(answer -> assertThat(answer.body()).contains("viewer"));
  }

  private static List<String> foundBy(String viewer, String text) {
    return RunningSearch.refs(
        search.search("{\"text\":\"%s\",\"viewer\":\"%s\"}".formatted(text, viewer)));
  }
}
