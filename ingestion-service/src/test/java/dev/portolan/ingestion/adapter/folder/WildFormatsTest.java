package dev.portolan.ingestion.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the files of public repositories that describe software and are no descriptors, where they
 * lie beside the checkout, and accounts for each thing that they describe.
 */
class WildFormatsTest {
  private static final Path FOLDER = Path.of("../../shared/data/descriptors").toAbsolutePath();

  private final List<FoundDocument> found = new ArrayList<>();

  @BeforeEach
  void theFilesLieBesideTheCheckout() {
    assumeThat(FOLDER).isDirectory();
  }

  @Test
  void the124ResourcesOfDriftctlAre122EntitiesAnd2DataSources() {
    SourceReading reading = read("snyk+driftctl", "terraform");

    assertThat(resourcesCountedOtherwise("snyk+driftctl", ".tfstate")).isEqualTo(124);
    assertThat(accepted()).hasSize(122).extracting(Entity::kind).containsOnly("Resource");
    assertThat(outcomes())
        .isEqualTo(
            Map.of(
                "accepted", 122,
                "a data source of Terraform, which reads and manages nothing", 2));
    assertThat(accepted().stream().map(Entity::ref).distinct()).hasSize(122);
    assertThat(reading.faults()).isEmpty();
  }

  /** In the 17 JSON files; beside them lie a state of another name and one of version 3. */
  @Test
  void the120ResourcesOfInframapAre118EntitiesAsTwoModulesHaveTwoInstancesEach() {
    read("cycloidio+inframap", "terraform");

    assertThat(resourcesCountedOtherwise("cycloidio+inframap", ".json")).isEqualTo(120);
    assertThat(resourcesCountedOtherwise("cycloidio+inframap", ".tfstate")).isEqualTo(5);
    assertThat(found)
        .filteredOn(document -> document.path().endsWith("version_3_state.json"))
        .hasSize(12);
    assertThat(accepted())
        .extracting(entity -> entity.title() + " " + entity.spec().get("instances"))
        .contains(
            "module.ec2_ubuntu_a.aws_instance.this 2", "module.ec2_ubuntu_b.aws_instance.this 2");
    assertThat(outcomes())
        .isEqualTo(
            Map.of(
                "accepted", 120 - 2 + 5 + 12,
                "a Terraform state of a version that is not read: 3 and 4 are", 1,
                "a Terraform state without resources", 1));
    assertThat(accepted().stream().map(Entity::ref).distinct()).hasSize(135);
  }

  @Test
  void theExamplesOfAsyncApiAre15ApisAnd4FilesOfParts() {
    read("asyncapi+spec", "asyncapi");

    assertThat(accepted())
        .hasSize(15)
        .allSatisfy(entity -> assertThat(entity.spec()).containsEntry("type", "asyncapi"))
        .allMatch(
            entity -> entity.spec().containsKey("sends") || entity.spec().containsKey("receives"))
        .extracting(Entity::name)
        .contains("Streetlights-MQTT-API", "Website-Backend")
        // Of not-asyncapi.yml, whose name is all that it is not.
        .contains("Not-example");
    assertThat(found)
        .filteredOn(document -> document.document() instanceof ReadDocument.PassedOver)
        .extracting(FoundDocument::path)
        .allMatch(path -> path.startsWith("examples/social-media/common/"))
        .hasSize(4);
  }

  @Test
  void everyServiceOfADemoShopIsAnApiOfItsOwn() {
    read("GoogleCloudPlatform+microservices-demo", "protobuf");
    read("open-telemetry+opentelemetry-demo", "protobuf");

    assertThat(accepted())
        .filteredOn(entity -> entity.kind().equals("API"))
        .extracting(Entity::name)
        .contains("hipstershop.CartService", "oteldemo.CartService", "grpc.health.v1.Health")
        .hasSize(servicesCountedOtherwise());
  }

  @Test
  void aPetStoreIsReadBesideTheDescriptorsOfItsSource() {
    read("awanlin+community-plugins", "openapi");

    assertThat(accepted())
        .filteredOn(entity -> "openapi".equals(entity.annotations().get("portolan.dev/format")))
        .extracting(Entity::name)
        .containsExactly("Swagger-Petstore-OpenAPI-3.1");
  }

  private SourceReading read(String repository, String... formats) {
    FolderAdapter adapter =
        new FolderAdapter(
            new DescriptorSearch(new DescriptorReader()), new AllowedFolders(List.of(FOLDER)));
    SourceReading reading =
        adapter.read(
            "wild",
            Map.of("path", FOLDER.resolve(repository).toString(), "formats", List.of(formats)),
            found::add);
    System.out.println(repository + " " + outcomes());
    return reading;
  }

  private List<Entity> accepted() {
    return found.stream()
        .map(FoundDocument::document)
        .filter(ReadDocument.Accepted.class::isInstance)
        .map(document -> ((ReadDocument.Accepted) document).entity())
        .toList();
  }

  private Map<String, Integer> outcomes() {
    return new TreeMap<>(
        found.stream()
            .map(
                document ->
                    switch (document.document()) {
                      case ReadDocument.Accepted _ -> "accepted";
                      case ReadDocument.Rejected rejected ->
                          "rejected: " + rejected.problems().getFirst().message();
                      case ReadDocument.PassedOver passedOver -> passedOver.reason();
                    })
            .collect(Collectors.toMap(Function.identity(), _ -> 1, Integer::sum)));
  }

  /** The elements of {@code resources}, as whoever counted them first did. */
  private static int resourcesCountedOtherwise(String repository, String ending) {
    try (Stream<Path> walk = Files.walk(FOLDER.resolve(repository))) {
      return walk.filter(file -> file.toString().endsWith(ending))
          .mapToInt(file -> tree(file).path("resources").size())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int servicesCountedOtherwise() {
    try (Stream<Path> walk = Files.walk(FOLDER)) {
      return (int)
          walk.filter(file -> file.toString().endsWith(".proto"))
              .flatMap(WildFormatsTest::lines)
              .filter(line -> line.startsWith("service "))
              .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(Path file) {
    return JsonMapper.shared().readTree(file);
  }
}
