package dev.portolan.ingestion.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads some 800 files of 19 public repositories, where they lie beside the checkout, and prints
 * what became of them.
 */
class WildDescriptorsTest {
  private static final Path FOLDER = Path.of("../../shared/data/descriptors").toAbsolutePath();

  private final List<FoundDocument> found = new ArrayList<>();

  @BeforeEach
  void theFilesLieBesideTheCheckout() {
    assumeThat(FOLDER).isDirectory();
  }

  @Test
  void everyDocumentIsAcceptedRejectedOrPassedOverWithItsReason() {
    SourceReading reading = read();

    Map<String, Long> documents =
        found.stream()
            .filter(document -> !isPage(document.path()))
            .collect(Collectors.groupingBy(FoundDocument::path, Collectors.counting()));
    assertThat(new TreeMap<>(documents)).isEqualTo(documentsCountedOtherwise());
    assertThat(found).filteredOn(document -> isPage(document.path())).hasSizeGreaterThan(40);
    for (FoundDocument document : found) {
      switch (document.document()) {
        case ReadDocument.Accepted accepted -> assertThat(accepted.entity().name()).isNotEmpty();
        case ReadDocument.Rejected rejected ->
            assertThat(rejected.problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank())
                .allSatisfy(problem -> assertThat(problem.line()).isPositive());
        case ReadDocument.PassedOver passedOver -> assertThat(passedOver.reason()).isNotBlank();
      }
    }
    assertThat(count(ReadDocument.Accepted.class)).isGreaterThan(860);
    assertThat(count(ReadDocument.Rejected.class)).isBetween(10L, 20L);
    // All blueprints of Port but those of what comes with Portolan, such as a service.
    assertThat(kinds()).isEqualTo(blueprintsCountedOtherwise());
    assertThat(reading.faults()).isEmpty();
    print(reading);
  }

  @Test
  void noDescriptorIsTakenForAnotherToolsFile() throws IOException {
    read();

    for (FoundDocument document : found) {
      if (document.document() instanceof ReadDocument.PassedOver passedOver
          && !passedOver.reason().startsWith("a skeleton")) {
        List<String> lines = Files.readAllLines(FOLDER.resolve(document.path()));
        assertThat(lines.stream().skip(passedOver.line() - 1L).limit(3))
            .as(document.path())
            .noneMatch(line -> line.startsWith("apiVersion: backstage.io/"));
      }
    }
  }

  @Test
  void whatIsKeptOfAFileIsAPartOfItByteForByte() throws IOException {
    read();

    Map<String, List<String>> texts = new TreeMap<>();
    for (FoundDocument document : found) {
      if (document.document() instanceof ReadDocument.Accepted accepted
          && accepted.text() != null) {
        texts.computeIfAbsent(document.path(), _ -> new ArrayList<>()).add(accepted.text());
      }
    }
    assertThat(texts).hasSizeGreaterThan(480);
    for (Map.Entry<String, List<String>> kept : texts.entrySet()) {
      String file = Files.readString(FOLDER.resolve(kept.getKey()));
      assertThat(kept.getValue())
          .as(kept.getKey())
          .allSatisfy(text -> assertThat(file).contains(text));
      if (documentsIn(kept.getKey()) == 1 && !kept.getKey().endsWith(".json")) {
        assertThat(kept.getValue()).as(kept.getKey()).containsExactly(file);
      }
    }
  }

  private long documentsIn(String path) {
    return found.stream().filter(document -> document.path().equals(path)).count();
  }

  private SourceReading read() {
    FolderAdapter adapter =
        new FolderAdapter(
            new DescriptorSearch(new DescriptorReader()), new AllowedFolders(List.of(FOLDER)));
    return adapter.read("wild", Map.of("path", FOLDER.toString()), found::add);
  }

  /** By nothing that the reader uses: markers at the beginning of a line, elements of an array. */
  private Map<String, Long> documentsCountedOtherwise() {
    Map<String, Long> counts = new TreeMap<>();
    found.stream()
        .map(FoundDocument::path)
        .distinct()
        .filter(path -> !isPage(path))
        .forEach(path -> counts.put(path, countIn(FOLDER.resolve(path))));
    return counts;
  }

  private static long countIn(Path file) {
    try {
      String text = Files.readString(file);
      if (file.toString().endsWith(".json")) {
        JsonNode tree = JsonMapper.shared().readTree(text);
        return tree.isArray() ? tree.size() : 1;
      }
      long markers = text.lines().filter(line -> line.matches("---(\\s.*)?")).count();
      boolean begins =
          text.lines()
              .takeWhile(line -> !line.matches("---(\\s.*)?"))
              .anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
      return markers + (begins ? 1 : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long kinds() {
    return found.stream()
        .filter(
            each ->
                each.document() instanceof ReadDocument.Accepted accepted
                    && accepted.entity().kind().equals("Kind"))
        .count();
  }

  private static long blueprintsCountedOtherwise() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.endsWith("blueprints.json"))
          .map(file -> JsonMapper.shared().readTree(file.toFile()))
          .flatMap(JsonNode::valueStream)
          .map(blueprint -> blueprint.path("identifier").asString())
          .filter(identifier -> !identifier.matches("service|team|user|page|domain|system"))
          .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPage(String path) {
    return path.endsWith(".md");
  }

  private long count(Class<? extends ReadDocument> outcome) {
    return found.stream().filter(document -> outcome.isInstance(document.document())).count();
  }

  private void print(SourceReading reading) {
    Map<String, Integer> table = new TreeMap<>();
    for (FoundDocument document : found) {
      String row =
          switch (document.document()) {
            case ReadDocument.Accepted accepted -> "accepted: " + accepted.entity().kind();
            case ReadDocument.Rejected rejected ->
                "rejected: "
                    + rejected.problems().stream()
                        .map(Problem::rule)
                        .distinct()
                        .collect(Collectors.joining(", "));
            case ReadDocument.PassedOver passedOver -> "passed over: " + passedOver.reason();
          };
      table.merge(row, 1, Integer::sum);
    }
    System.out.printf(
        "%d documents of %d files: %d accepted, %d rejected, %d passed over%n",
        found.size(),
        reading.files(),
        count(ReadDocument.Accepted.class),
        count(ReadDocument.Rejected.class),
        count(ReadDocument.PassedOver.class));
    table.forEach((row, number) -> System.out.printf("%5d  %s%n", number, row));
    reading.notes().forEach(note -> System.out.println("note: " + note));
  }
}
