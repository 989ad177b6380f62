package dev.portolan.ingestion.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The manifests of two public demonstrations, where they lie beside the checkout. */
class WildManifestsTest {
  private static final Path FOLDER = Path.of("../../shared/data/descriptors").toAbsolutePath();

  private final List<FoundDocument> found = new ArrayList<>();

  @BeforeEach
  void theFilesLieBesideTheCheckout() {
    assumeThat(FOLDER).isDirectory();
  }

  @Test
  void all36DeploymentsAreEntitiesAndSoIsTheOneStatefulSet() throws IOException {
    read("GoogleCloudPlatform+microservices-demo");
    read("open-telemetry+opentelemetry-demo");

    assertThat(entities()).filteredOn(each -> runs(each, "kind=Deployment")).hasSize(36);
    assertThat(entities()).filteredOn(each -> runs(each, "kind=StatefulSet")).hasSize(1);
    assertThat(found).noneMatch(each -> each.document() instanceof ReadDocument.Rejected);
    assertThat(entities().stream().map(Entity::ref).distinct())
        .as("both have a frontend, in sources of their own")
        .hasSize(36);
  }

  @Test
  void whoCallsWhomIsKnownWhereItIsSaidInTheSameFile() throws IOException {
    read("open-telemetry+opentelemetry-demo");

    assertThat(entities())
        .filteredOn(each -> each.name().equals("checkout"))
        .singleElement()
        .satisfies(
            checkout ->
                assertThat(checkout.relations())
                    .filteredOn(relation -> relation.type().equals("dependsOn"))
                    .extracting(relation -> relation.target().name())
                    .containsExactlyInAnyOrder(
                        "cart",
                        "currency",
                        "email",
                        "flagd",
                        "kafka",
                        "payment",
                        "product-catalog",
                        "shipping"));
  }

  @Test
  void allOtherManifestsAreLeftAloneWithTheReason() throws IOException {
    read("open-telemetry+opentelemetry-demo");

    assertThat(found)
        .filteredOn(each -> each.document() instanceof ReadDocument.PassedOver)
        .hasSize(84 - 25)
        .allSatisfy(
            each ->
                assertThat(((ReadDocument.PassedOver) each.document()).reason())
                    .startsWith("a Kubernetes manifest, "));
  }

  private void read(String name) {
    Path folder = FOLDER.resolve(name);
    FolderAdapter adapter =
        new FolderAdapter(
            new DescriptorSearch(new DescriptorReader()), new AllowedFolders(List.of(FOLDER)));
    adapter.read(
        "wild", Map.of("path", folder.toString(), "formats", List.of("kubernetes")), found::add);
  }

  private List<Entity> entities() {
    return found.stream()
        .map(FoundDocument::document)
        .filter(ReadDocument.Accepted.class::isInstance)
        .map(each -> ((ReadDocument.Accepted) each).entity())
        .toList();
  }

  private static boolean runs(Entity entity, String kind) {
    return String.valueOf(entity.spec().get("workloads")).contains(kind);
  }
}
