package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Somebody sends what a generator made, and the generator has mistakes. */
@ExtendWith(OnPlatform.class)
class BadBatchJourney {

  @Test
  void ofAThousandDocumentsThreeAreRefusedWithPlaceAndRuleAndAllOthersAreFound(Platform platform) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      lines.add(component("generated-%04d".formatted(i)));
    }
    lines.set(99, component("no spaces allowed"));
    lines.set(499, "{\"kind\": \"Component\", \"metadata\": {");
    lines.set(899, component("generated-0899").replace("\"service\"", "7"));
    JsonNode answer = new Source(platform, "generator").push(String.join("\n", lines)).json();
    assertThat(answer.path("accepted").asInt()).as(answer.toString()).isEqualTo(997);
    assertThat(answer.path("rejected").asInt()).isEqualTo(3);
    assertThat(answer.path("problems").findValuesAsString("document"))
        .containsExactly("100", "500", "900");
    assertThat(answer.path("problems").findValuesAsString("line"))
        .containsExactly("100", "500", "900");
    assertThat(answer.at("/problems/0/field").asString()).isEqualTo("/metadata/name");
    assertThat(answer.at("/problems/2/field").asString()).isEqualTo("/spec/type");
    platform.await();
    assertThat(
            platform
                .graphQl()
                .data("{ entities(filter: {tag: \"generated\"}) { totalCount } }")
                .at("/entities/totalCount")
                .asInt())
        .isEqualTo(997);
    assertThat(
            platform
                .graphQl()
                .data("{ search(text: \"generated-0500\") { nodes { ref } } }")
                .at("/search/nodes/0/ref")
                .asString())
        .isEqualTo("component:default/generated-0500");
  }

  @Test
  void bytesThatAreNoTextAreRefusedAsSuch(Platform platform) {
    Http.Answer answer =
        Http.post(platform.entitiesOf("noise"), "application/json", new byte[] {'[', (byte) 0xff});
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("UTF-8");
  }

  private static String component(String name) {
    return Source.component(name)
        .replace("\"metadata\":{", "\"metadata\":{\"tags\":[\"generated\"],");
  }
}
