package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.descriptor.ReadDocument.Accepted;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginalTextTest {
  private static final String QUAY =
      """
      # Owned by the pilots since the spring flood.
      %YAML 1.1
      --- # the quay
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name:   quay     # two blanks too many
      spec: {type: service, lifecycle: production, owner: pilots}\t
      ...
      """;

  private static final String LIST =
      """
      # All berths.
      - identifier: north
        blueprint: berth   # the old one
        properties: {draught: 7}

      - identifier: south
        blueprint: berth
        properties: {draught: 9}
      """;

  @Test
  void aDescriptorIsKeptAsItWasWrittenWithTheCommentsBeforeIt() {
    String body = QUAY + "# Afterwards.\r\n" + QUAY.replace("quay", "pier");

    List<Accepted> accepted = Reading.of(body).accepted();

    assertThat(accepted)
        .extracting(Accepted::text)
        .containsExactly(QUAY, body.substring(QUAY.length()));
    assertThat(accepted).extracting(Accepted::line).containsExactly(3, 13);
  }

  @Test
  void whatIsWrongInItIsFoundInItsLineAlthoughCommentsComeBeforeIt() {
    assertThat(
            Reading.of(QUAY.replace("kind: Component\n", "kind: Component\nspec: {}\n")).rejected())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.problems().getFirst().line()).isEqualTo(9));
  }

  @Test
  void ofAListEachEntityHasItsOwnLines() {
    List<Accepted> accepted = Reading.of(LIST).accepted();

    assertThat(accepted)
        .extracting(Accepted::text)
        .containsExactly(
            LIST.substring(
                LIST.indexOf("- identifier: north"), LIST.indexOf("- identifier: south")),
            LIST.substring(LIST.indexOf("- identifier: south")));
    assertThat(accepted).extracting(Accepted::line).containsExactly(2, 6);
  }

  @Test
  void ofJsonItIsTheTextInAFileAndNoneInAPushWhichTheDescriptionRepeats() {
    String json =
        """
        {"apiVersion": "backstage.io/v1alpha1",   "kind": "Component",
         "metadata": {"name": "quay"},
         "spec": {"type": "service", "lifecycle": "production", "owner": "pilots"}}""";

    assertThat(Reading.ofFile("quay.json", "\n" + json + "\n").accepted())
        .extracting(Accepted::text)
        .containsExactly(json);
    assertThat(Reading.of(json).accepted()).extracting(Accepted::text).containsOnlyNulls();
  }

  @Test
  void ofAnotherToolsFileNothingIsKeptAsItMayHoldSecrets() {
    String deployment =
        """
        openapi: 3.1.0
        info: {title: Tides, version: "1"}
        paths: {}
        """;

    assertThat(Reading.ofFile("tides.yaml", deployment, "openapi").accepted())
        .extracting(Accepted::text)
        .containsOnlyNulls()
        .hasSize(1);
  }
}
