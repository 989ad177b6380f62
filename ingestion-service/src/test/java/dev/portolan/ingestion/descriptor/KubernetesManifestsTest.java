package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.descriptor.ReadDocument.Accepted;
import dev.portolan.ingestion.descriptor.ReadDocument.PassedOver;
import dev.portolan.ingestion.descriptor.ReadDocument.Rejected;
import dev.portolan.ingestion.descriptor.format.Formats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KubernetesManifestsTest {
  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        template:
          spec:
            containers: [{name: web, image: web, env: [{name: CART, value: 'cart-service:80'}]}]
      """;

  private static final String CART =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: cart}
      spec: {template: {metadata: {labels: {app: cart}}}}
      """;

  private static final String SERVICE =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: cart-service}
      spec: {selector: {app: cart}}
      """;

  @Test
  void aWorkloadIsAnEntityThatSaysInWhatFormatItWasFound() {
    assertThat(read(WEB))
        .singleElement()
        .isInstanceOfSatisfying(
            Accepted.class,
            web ->
                assertThat(web.entity().annotations())
                    .containsEntry("portolan.dev/format", "kubernetes"));
  }

  @Test
  void theDocumentsOfAFileSpeakOfEachOther() {
    List<ReadDocument> read = read(WEB + "---\n" + SERVICE + "---\n" + CART);

    assertThat(((Accepted) read.getFirst()).entity().relations())
        .extracting(relation -> relation.target().toString())
        .containsExactly("component:default/cart");
    assertThat(read.get(1))
        .isInstanceOfSatisfying(
            PassedOver.class,
            service -> assertThat(service.reason()).isEqualTo("a Kubernetes manifest, v1 Service"));
    assertThat(read.get(2)).isInstanceOf(Accepted.class);
  }

  @Test
  void aListIsReadItemByItem() {
    String list =
        """
        {"apiVersion": "v1", "kind": "List", "items": [
          {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "c"}},
          {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "night", "labels": {
            "app.kubernetes.io/name": "a b"}}},
          {"apiVersion": "apps/v1", "kind": "DaemonSet", "metadata": {"name": "agent"}}]}
        """;

    List<ReadDocument> read = read(list);

    assertThat(read).hasSize(2);
    assertThat(read.getFirst())
        .isInstanceOfSatisfying(
            Rejected.class,
            night ->
                assertThat(night.problems().getFirst())
                    .satisfies(
                        problem -> {
                          assertThat(problem.line()).isEqualTo(4);
                          assertThat(problem.field())
                              .isEqualTo("/items/1/metadata/labels/app.kubernetes.io~1name");
                        }));
    assertThat(read.getLast()).isInstanceOf(Accepted.class);
  }

  @Test
  void twoWorkloadsOfOneEntityAreOneDocument() {
    String labelled = "metadata: {labels: {app.kubernetes.io/name: shop}, ";

    List<ReadDocument> read =
        read(
            CART.replace("metadata: {name", labelled + "name")
                + "---\n"
                + CART.replace("metadata: {name: cart", labelled + "name: worker"));

    assertThat(((Accepted) read.getFirst()).entity().spec().toString())
        .contains("deployment/cart", "deployment/worker");
    assertThat(((PassedOver) read.getLast()).reason()).contains("deployment/cart tells with it");
  }

  @Test
  void aTemplateIsLeftAloneWithTheReason() {
    for (String template :
        List.of(
            WEB.replace("image: web", "image: '{{ .Values.image }}'"),
            WEB.replace("name: web\nspec", "name: '{{ .Release.Name }}'\nspec"),
            WEB.replace("name: web\nspec", "name: {{ .Release.Name }}\nspec"))) {
      assertThat(read(template))
          .singleElement()
          .isInstanceOfSatisfying(
              PassedOver.class, left -> assertThat(left.reason()).contains("template", "{{ … }}"));
    }
  }

  @Test
  void nothingIsQuotedOfAManifestThatCannotBeParsed() {
    assertThat(read(WEB + "  password: [s3cret"))
        .singleElement()
        .isInstanceOfSatisfying(
            Rejected.class,
            broken -> assertThat(broken.problems().toString()).doesNotContain("s3cret"));
  }

  @Test
  void whoDoesNotAskForTheFormatHasManifestsLeftAlone() throws Exception {
    List<ReadDocument> read = new ArrayList<>();
    new DescriptorReader()
        .read(new ByteArrayInputStream(WEB.getBytes(StandardCharsets.UTF_8)), read::add);

    assertThat(read).singleElement().isInstanceOf(PassedOver.class);
  }

  private static List<ReadDocument> read(String file) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    List<ReadDocument> read = new ArrayList<>();
    try {
      new DescriptorReader()
          .reading(Formats.named(List.of("kubernetes")))
          .lookingAhead(() -> new ByteArrayInputStream(bytes))
          .read(
              "all.yaml", new ByteArrayInputStream(bytes), Placeholders.leftAsWritten(), read::add);
    } catch (UnreadableBodyException | IOException e) {
      throw new IllegalStateException(e);
    }
    return read;
  }
}
