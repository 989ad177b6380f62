package dev.portolan.ingestion.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.RelationType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KindsTest {
  private static final Path FOLDER = Path.of("src/main/resources/kinds");

  @Test
  void everyDefinitionInTheFolderIsShipped() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".json"))
                  .filter(name -> !name.equals("kinds-without-definition.json"))
                  .map(name -> name.replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(FOLDER.resolve("index.txt")));
    }
  }

  @Test
  void relationsOfShippedKindsHaveTypesThatEveryReaderKnows() throws IOException {
    Kinds kinds = Kinds.shipped();
    for (String name : Files.readAllLines(FOLDER.resolve("index.txt"))) {
      assertThat(kinds.named(name).orElseThrow().relations())
          .allSatisfy(
              field ->
                  assertThat(RelationType.builtIn())
                      .anyMatch(
                          type ->
                              type.name().equals(field.type())
                                  || type.inverse().equals(field.type())));
    }
    assertThat(kinds.relationsOfOthers()).isNotEmpty();
  }

  @Test
  void aKindIsFoundHoweverItsCase() {
    assertThat(Kinds.shipped().named("aPi")).isPresent();
    assertThat(Kinds.shipped().named("Widget")).isEmpty();
  }
}
