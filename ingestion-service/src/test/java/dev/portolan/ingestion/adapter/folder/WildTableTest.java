package dev.portolan.ingestion.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What became of every file of 19 public repositories, as docs/formats.md has it in a table. */
class WildTableTest {
  private static final Path FOLDER = Path.of("../../shared/data/descriptors").toAbsolutePath();
  private static final Path DOCUMENT = Path.of("../docs/formats.md");
  private static final List<String> FORMATS =
      List.of("asyncapi", "graphql", "kubernetes", "openapi", "protobuf", "terraform");

  /** One format. */
  private static final class Row {
    private int files;
    private int accepted;
    private int leftAlone;
    private final Map<String, Integer> problems = new TreeMap<>();

    void add(List<ReadDocument> documents) {
      files++;
      for (ReadDocument document : documents) {
        switch (document) {
          case ReadDocument.Accepted _ -> accepted++;
          case ReadDocument.Rejected rejected ->
              rejected.problems().stream()
                  .map(Problem::rule)
                  .forEach(rule -> problems.merge(rule, 1, Integer::sum));
          case ReadDocument.PassedOver _ -> leftAlone++;
        }
      }
    }

    String written(String format) {
      String rules =
          problems.entrySet().stream()
              .map(each -> "`%s` %d".formatted(each.getKey(), each.getValue()))
              .collect(Collectors.joining(", "));
      return "| %s | %d | %d | %s | %d |".formatted(format, files, accepted, rules, leftAlone);
    }
  }

  @Test
  void theTableOfTheDocumentAccountsForEveryFile() throws IOException {
    assumeThat(FOLDER).isDirectory();
    Map<String, List<ReadDocument>> read = read();
    Map<String, Row> rows = new TreeMap<>();
    List<String> files = files();
    for (String file : files) {
      List<ReadDocument> documents = read.getOrDefault(file, List.of());
      rows.computeIfAbsent(format(file, documents), _ -> new Row()).add(documents);
    }

    assertThat(files).hasSize(rows.values().stream().mapToInt(row -> row.files).sum());
    assertThat(files).containsAll(read.keySet());
    String table =
        rows.entrySet().stream()
            .map(each -> each.getValue().written(each.getKey()))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(DOCUMENT)).contains(table);
  }

  private static Map<String, List<ReadDocument>> read() {
    Map<String, List<ReadDocument>> read = new LinkedHashMap<>();
    new FolderAdapter(
            new DescriptorSearch(new DescriptorReader()), new AllowedFolders(List.of(FOLDER)))
        .read(
            "wild",
            Map.of("path", FOLDER.toString(), "formats", FORMATS),
            found -> add(read, found));
    return read;
  }

  private static void add(Map<String, List<ReadDocument>> read, FoundDocument found) {
    read.computeIfAbsent(found.path(), _ -> new ArrayList<>()).add(found.document());
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FOLDER.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** By the first entity in it; else by what it looks like, or why it was left alone. */
  private static String format(String file, List<ReadDocument> documents) throws IOException {
    for (ReadDocument document : documents) {
      if (document instanceof ReadDocument.Accepted accepted) {
        return format(accepted.entity());
      }
    }
    if (documents.isEmpty()) {
      return "none: a licence, a page or a text that nothing names";
    }
    if (documents.getFirst() instanceof ReadDocument.PassedOver passedOver) {
      return "none: " + passedOver.reason().replaceAll("[:,].*", "");
    }
    return Files.readString(FOLDER.resolve(file)).contains("x-cortex-") ? "Cortex" : "Backstage";
  }

  private static String format(Entity entity) {
    Map<String, String> annotations = entity.annotations();
    if (annotations.containsKey("portolan.dev/format")) {
      return annotations.get("portolan.dev/format");
    }
    return switch (annotations.getOrDefault("portolan.dev/dialect", entity.kind())) {
      case "cortex" -> "Cortex";
      case "opslevel" -> "OpsLevel";
      case "port", "Kind" -> "Port";
      case "Page" -> "a page of documentation";
      default -> "Backstage";
    };
  }
}
