package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A source comes with a third of its entities missing, and a person decides what that means. */
@ExtendWith(OnPlatform.class)
class HeldSyncJourney {
  private static final int ENTITIES = 100;
  private static final int LEFT = 70;
  private static final String LAST = "component:default/held-" + (ENTITIES - 1);

  private final Platform platform;
  private final Source source;

  HeldSyncJourney(Platform platform) {
    this.platform = platform;
    this.source = new Source(platform, "held");
  }

  @Test
  void whatAThirdOfASourceIsMissingIsHeldUntilSomebodyDecidesAndCanBeBroughtBack() {
    saysAll(ENTITIES);
    assertThat(there()).isEqualTo(ENTITIES);

    String first = saysAll(LEFT);
    assertThat(held(first)).isEqualTo(ENTITIES - LEFT);
    assertThat(there()).as("held").isEqualTo(ENTITIES);
    assertThat(decide("rejectSync", first)).isEqualTo("REJECTED");
    assertThat(there()).as("rejected").isEqualTo(ENTITIES);

    String second = saysAll(LEFT);
    assertThat(decide("approveSync", second)).isEqualTo("DONE");
    assertThat(there()).as("approved").isEqualTo(LEFT);

    platform.graphQl().data("mutation { restore(ref: \"" + LAST + "\") { ref version } }");
    assertThat(there()).as("one restored").isEqualTo(LEFT + 1);
    assertThat(history()).isEqualTo("CREATED DELETED CREATED");
  }

  /** Pushes the first so many as all that there is, and tells the sync. */
  private String saysAll(int count) {
    String lines =
        IntStream.range(0, count)
            .mapToObj(i -> Source.component("held-" + i))
            .collect(Collectors.joining("\n"));
    Http.Answer answer =
        Http.post(
            platform.entitiesOf(source.name()).resolve("entities?mode=full"),
            "application/x-ndjson",
            lines);
    assertThat(answer.status()).as(answer.body()).isBetween(200, 202);
    return answer.json().path("sync").asString();
  }

  private int held(String sync) {
    JsonNode held =
        platform
            .graphQl()
            .data(
                "{ source(name: \"held\") { sync(id: \"%s\") { status wouldRetract { total } } } }"
                    .formatted(sync))
            .at("/source/sync");
    assertThat(held.path("status").asString()).isEqualTo("HELD");
    return held.at("/wouldRetract/total").asInt();
  }

  private String decide(String decision, String sync) {
    return platform
        .graphQl()
        .data("mutation { %s(source: \"held\", id: \"%s\") { status } }".formatted(decision, sync))
        .at("/" + decision + "/status")
        .asString();
  }

  private int there() {
    platform.await();
    String refs =
        IntStream.range(0, ENTITIES)
            .mapToObj(i -> "\"component:default/held-" + i + "\"")
            .collect(Collectors.joining(", "));
    return platform
        .graphQl()
        .data("{ entities(filter: {ref: [" + refs + "]}) { totalCount } }")
        .at("/entities/totalCount")
        .asInt();
  }

  private String history() {
    return platform
        .graphQl()
        .data("{ entity(ref: \"%s\") { history(first: 10) { nodes { change } } } }".formatted(LAST))
        .at("/entity/history/nodes")
        .findValuesAsString("change")
        .reversed()
        .stream()
        .collect(Collectors.joining(" "));
  }
}
