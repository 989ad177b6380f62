package dev.portolan.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)");

  /** As in {@code catalog-service/…/dependency}: a module and a package of its service. */
  private static final Pattern PACKAGE = Pattern.compile("`([a-z-]+)/…/([a-z/]+)`");

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void everyLinkLeadsToSomethingInTheRepository(Path document) throws IOException {
    Path folder = Repository.root().resolve(document).resolveSibling("");
    assertThat(in(document, LINK).map(link -> folder.resolve(link.group(1))))
        .allSatisfy(target -> assertThat(target).exists());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void everyPackageThatIsNamedIsThere(Path document) throws IOException {
    assertThat(in(document, PACKAGE))
        .allSatisfy(
            place -> {
              Path java = Repository.root().resolve(place.group(1) + "/src/main/java/dev/portolan");
              try (Stream<Path> services = Files.list(java)) {
                assertThat(services.map(service -> service.resolve(place.group(2))))
                    .as(place.group())
                    .anyMatch(Files::isDirectory);
              }
            });
  }

  /** The two above are content with documents in which they find nothing. */
  @Test
  void thereAreLinksAndPackagesToBeFound() throws IOException {
    assertThat(in(Path.of("README.md"), LINK)).isNotEmpty();
    assertThat(in(Path.of("docs/architecture.md"), PACKAGE)).isNotEmpty();
  }

  static List<Path> documents() throws IOException {
    Path root = Repository.root();
    try (Stream<Path> pages = Files.walk(root.resolve("docs"))) {
      return Stream.concat(Stream.of(root.resolve("README.md")), pages)
          .filter(page -> page.toString().endsWith(".md"))
          .map(root::relativize)
          .sorted()
          .toList();
    }
  }

  private static Stream<MatchResult> in(Path document, Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(Repository.root().resolve(document))).results();
  }
}
