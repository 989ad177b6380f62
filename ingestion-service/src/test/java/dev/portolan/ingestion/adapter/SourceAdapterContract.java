package dev.portolan.ingestion.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every adapter that reads files does, whatever the place they lie in. */
public abstract class SourceAdapterContract {
  /** Finds descriptors with the kinds that are shipped. */
  protected static final DescriptorSearch SEARCH = new DescriptorSearch(new DescriptorReader());

  /** A folder with another one inside, {@code source}, whose files make up the source. */
  @TempDir protected Path outside;

  private static final String DOCUMENTED =
      "{name: shop, annotations: {backstage.io/techdocs-ref: 'dir:.'}}";

  private final List<FoundDocument> found = new ArrayList<>();

  /** The adapter under test. */
  protected abstract SourceAdapter adapter();

  /** Makes the files of the folder what the adapter reads next, and says how to find them. */
  protected abstract Map<String, Object> publish(Path folder);

  @BeforeEach
  void makeTheFolder() throws IOException {
    Files.createDirectories(source());
  }

  /** The folder whose files make up the source. */
  protected final Path source() {
    return outside.resolve("source");
  }

  @Test
  void readsEveryDescriptorOfEveryFileAndSaysWhereItWas() {
    file("catalog-info.yaml", group("a") + "---\n" + group("b"));
    file("teams/more.json", "[" + jsonGroup("c") + "]");
    file("teams/readme.md", group("not-read"));

    SourceReading reading = read(Map.of());

    assertThat(names()).containsExactly("a", "b", "c");
    assertThat(found)
        .extracting(FoundDocument::path)
        .containsExactly("catalog-info.yaml", "catalog-info.yaml", "teams/more.json");
    assertThat(reading.complete()).isTrue();
    assertThat(reading.files()).isEqualTo(2);
  }

  @Test
  void filesOfAFormatAreEntitiesOnlyOfASourceThatAsksForIt() {
    file("catalog-info.yaml", group("a"));
    file("shop.yaml", "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\n");

    SourceReading reading = read(Map.of());

    assertThat(names()).containsExactly("a");
    assertThat(reading.complete()).isTrue();
    found.clear();

    read(Map.of("formats", List.of("openapi")));

    assertThat(names()).containsExactly("a", "Shop");
  }

  @Test
  void aFormatThatThereIsNotIsRefusedWithThoseThatThereAre() {
    Map<String, Object> configuration = new HashMap<>(publish(source()));
    configuration.put("formats", List.of("openapi", "pulumi"));

    assertThatThrownBy(() -> adapter().check(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo("formats"))
        .hasMessageContaining("pulumi")
        .hasMessageContaining("[asyncapi, graphql");
  }

  @Test
  void seesWhatChangedSinceTheLastReading() {
    file("catalog-info.yaml", group("a"));
    read(Map.of());
    found.clear();
    file("catalog-info.yaml", group("b"));

    read(Map.of());

    assertThat(names()).containsExactly("b");
  }

  @Test
  void followsLocationsFromTheFilesThatItBeginsWith() {
    file("catalog-info.yaml", location("./teams/a.yaml", "./teams/**/deep.yaml", "/root.yaml"));
    file("root.yaml", group("root"));
    file("teams/a.yaml", group("a"));
    file("teams/x/y/deep.yaml", location("../../b.yaml"));
    file("teams/b.yaml", group("b"));
    file("teams/not-named.yaml", group("not-read"));

    SourceReading reading = read(Map.of("files", List.of("catalog-info.yaml")));

    assertThat(names()).contains("a", "b", "root").doesNotContain("not-read");
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void locationsThatNameEachOtherAreReadOnce() {
    file("a.yaml", location("b.yaml"));
    file("b.yaml", location("./a.yaml", "b.yaml"));

    SourceReading reading = read(Map.of("files", List.of("a.yaml")));

    assertThat(found).hasSize(2);
    assertThat(reading.files()).isEqualTo(2);
  }

  @Test
  void whatCannotBeFollowedIsSaid() {
    file(
        "catalog-info.yaml",
        location("./gone.yaml", "../outside.yaml", "https://example.com/a.yaml", "none/*.yaml"));

    SourceReading reading = read(Map.of());

    assertThat(reading.notes())
        .anySatisfy(note -> assertThat(note).contains("./gone.yaml", "no such file"))
        .anySatisfy(note -> assertThat(note).contains("../outside.yaml", "leads out"))
        .anySatisfy(note -> assertThat(note).contains("https://example.com", "not followed"))
        .anySatisfy(note -> assertThat(note).contains("none/*.yaml", "no file matches"));
  }

  @Test
  void locationsOfMorePatternsThanAnyoneHasAreNotFollowedAndMakeTheReadingIncomplete() {
    String[] patterns = new String[SearchLimits.PATTERNS + 1];
    for (int i = 0; i < patterns.length; i++) {
      patterns[i] = "./*" + i + ".yaml";
    }
    file("location.yaml", location(patterns));

    SourceReading reading = read(Map.of());

    assertThat(reading.faults()).singleElement().asString().contains("patterns");
  }

  @Test
  void documentationThatAnEntityNamesBecomesItsPages() {
    file("shop/api.yaml", api("$text: ./a.txt").replace("{name: shop}", DOCUMENTED));
    file("shop/a.txt", "openapi: 3.1.0\n");
    file("shop/docs/run/book.md", "# When it breaks\n");

    read(Map.of());

    assertThat(entities()).extracting(Entity::title).contains("When it breaks");
    assertThat(found).extracting(FoundDocument::path).contains("shop/docs/run/book.md");
  }

  @Test
  void placeholdersBecomeTheContentsOfTheirFiles() {
    file("apis/api.yaml", api("$text: ./openapi.txt"));
    file("apis/openapi.txt", "openapi: 3.1.0\n");
    read(Map.of());

    assertThat(entities().getFirst().spec()).containsEntry("definition", "openapi: 3.1.0\n");
  }

  @Test
  void structuredPlaceholdersAreParsed() {
    file("group.yaml", group("a") + "  profile: {$yaml: parts/profile.txt}\n");
    file("parts/profile.txt", "displayName: The A team\n");
    read(Map.of());

    assertThat(entities().getFirst().spec())
        .containsEntry("profile", Map.of("displayName", "The A team"));
  }

  @Test
  void aPlaceholderWithoutItsFileRejectsItsDocument() {
    file("api.yaml", api("$text: ./gone.txt") + "---\n" + group("a"));

    SourceReading reading = read(Map.of());

    assertThat(names()).containsExactly("a");
    assertThat(rejected())
        .singleElement()
        .satisfies(
            document -> {
              assertThat(document.ref()).hasToString("api:default/shop");
              assertThat(document.problems().getFirst().rule()).isEqualTo("placeholder");
              assertThat(document.problems().getFirst().line()).isEqualTo(8);
            });
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void nothingOutsideOfTheSourceIsRead() throws IOException {
    Files.writeString(outside.resolve("secret.yaml"), group("secret"));
    file("api.yaml", api("$text: ../secret.yaml"));
    file("link.yaml", api("$text: ./way-out.txt").replace("shop", "link"));
    file("location.yaml", location("../secret.yaml", "./way-out.txt", "way-out.yaml"));
    Files.createSymbolicLink(source().resolve("way-out.txt"), Path.of("../secret.yaml"));
    Files.createSymbolicLink(source().resolve("way-out.yaml"), Path.of("../secret.yaml"));
    Files.createSymbolicLink(source().resolve("way-out"), outside);

    SourceReading reading = read(Map.of());

    assertThat(names()).containsExactly("location");
    assertThat(rejected())
        .flatExtracting(ReadDocument.Rejected::problems)
        .allSatisfy(problem -> assertThat(problem.message()).contains("leads out of the source"));
    assertThat(rejected()).hasSize(2);
    assertThat(reading.notes()).anySatisfy(note -> assertThat(note).contains("way-out.yaml"));
  }

  @Test
  void aPlaceholderForAFolderRejectsItsDocument() {
    file("a/api.yaml", api("$text: /"));
    file("a/b.yaml", api("$text: .").replace("shop", "b"));
    file("a/c.yaml", group("c"));

    read(Map.of());

    assertThat(names()).containsExactly("c");
    assertThat(rejected()).hasSize(2);
  }

  @Test
  void aLinkInsideOfTheSourceIsFollowedWhereItIsNamed() throws IOException {
    file("api.yaml", api("$text: ./definition.txt"));
    file("real/definition.txt", "openapi: 3.1.0\n");
    Files.createSymbolicLink(source().resolve("definition.txt"), Path.of("real/definition.txt"));
    read(Map.of());

    assertThat(names()).containsExactly("shop");
  }

  @Test
  void textThatCannotBeReadMakesTheReadingIncomplete() {
    file("a.yaml", group("a"));
    file("broken.yaml", "kind: [Component\n");
    file("cut-off.json", "[" + jsonGroup("b") + ",");

    SourceReading reading = read(Map.of());

    assertThat(names()).containsExactly("a", "b");
    assertThat(reading.complete()).isFalse();
    assertThat(reading.faults())
        .anySatisfy(fault -> assertThat(fault).startsWith("broken.yaml, line 2"))
        .anySatisfy(fault -> assertThat(fault).startsWith("cut-off.json, line 1"));
    assertThat(rejected()).hasSize(2);
  }

  @Test
  void aTemplateThatMayHideAnEntityMakesTheReadingIncomplete() {
    file("a.yaml", group("a").replace("type: team", "type: {{ type }"));

    SourceReading reading = read(Map.of());

    assertThat(reading.complete()).isFalse();
    assertThat(rejected()).hasSize(1);
  }

  @Test
  void aSkeletonThatNamesNoEntityYetLeavesTheReadingComplete() {
    file("skeleton.yaml", group("a").replace("{name: a}", "\n  name: {{ name | jsonify }}"));
    file("a.yaml", group("a"));

    SourceReading reading = read(Map.of());

    assertThat(names()).containsExactly("a");
    assertThat(rejected()).isEmpty();
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void aDescriptorThatBreaksARuleIsRejectedAndTheReadingIsStillComplete() {
    file("a.yaml", group("has space"));

    SourceReading reading = read(Map.of());

    assertThat(rejected()).hasSize(1);
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void aSourceInWhichNothingIsFoundIsNotComplete() {
    file("readme.md", "Nothing here");

    assertThat(read(Map.of()).complete()).isFalse();
  }

  @Test
  void aConfigurationWithAnUnknownKeyIsRefused() {
    Map<String, Object> configuration = new HashMap<>(publish(source()));
    configuration.put("pattern", "*.yaml");

    assertThatThrownBy(() -> adapter().check(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo("pattern"))
        .hasMessageContaining("files");
  }

  /** Writes a file of the source. */
  protected final void file(String path, String text) {
    try {
      Path file = source().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the source with this more in its configuration. */
  protected final SourceReading read(Map<String, Object> more) {
    Map<String, Object> configuration = new HashMap<>(publish(source()));
    configuration.putAll(more);
    adapter().check(configuration);
    return adapter().read("acme", configuration, found::add);
  }

  protected final List<String> names() {
    return entities().stream().map(Entity::name).toList();
  }

  private List<Entity> entities() {
    return found.stream()
        .map(FoundDocument::document)
        .filter(ReadDocument.Accepted.class::isInstance)
        .map(document -> ((ReadDocument.Accepted) document).entity())
        .toList();
  }

  protected final List<ReadDocument.Rejected> rejected() {
    return found.stream()
        .map(FoundDocument::document)
        .filter(ReadDocument.Rejected.class::isInstance)
        .map(ReadDocument.Rejected.class::cast)
        .toList();
  }

  /** A team. */
  protected static String group(String name) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: %s}
    spec:
      type: team
    """
        .formatted(name);
  }

  private static String jsonGroup(String name) {
    return """
    {"apiVersion":"backstage.io/v1alpha1","kind":"Group","metadata":{"name":"%s"},\
    "spec":{"type":"team"}}\
    """
        .formatted(name);
  }

  protected static String location(String... targets) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Location
    metadata: {name: location}
    spec: {targets: ["%s"]}
    """
        .formatted(String.join("\", \"", targets));
  }

  protected static String api(String definition) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: API
    metadata: {name: shop}
    spec:
      type: openapi
      lifecycle: production
      owner: shop
      definition: {%s}
    """
        .formatted(definition);
  }
}
