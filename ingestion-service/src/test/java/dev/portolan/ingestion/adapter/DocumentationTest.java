package dev.portolan.ingestion.adapter;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.Entity;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DocumentationTest {
  private static final String CHECKOUT =
      """
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata:
        name: checkout
        namespace: shop
        annotations: {backstage.io/techdocs-ref: "%s"}
      spec: {type: service, lifecycle: production, owner: payments}
      """;

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, ReadDocument> pages = new LinkedHashMap<>();

  @Test
  void everyMarkdownFileOfTheDocsFolderAndTheReadmeBesideItIsAPageOfItsEntity() {
    file("shop/catalog-info.yaml", CHECKOUT.formatted("dir:."));
    file("shop/mkdocs.yml", "site_name: Checkout\n");
    file("shop/README.md", "# Checkout\n\nTakes money.\n");
    file("shop/docs/run/book.md", "---\ntags: [a]\n---\n# When it *breaks*: `pay`\n\nCall us.\n");
    file("shop/docs/picture.png", "");
    file("shop/other/not-named.md", "# No");
    file("docs/not-named.md", "# No");

    search();

    assertThat(pages).containsOnlyKeys("shop/README.md", "shop/docs/run/book.md");
    Entity page = page("shop/docs/run/book.md");
    assertThat(page.ref().toString()).matches("page:shop/[0-9a-f]{16}");
    assertThat(page.title()).isEqualTo("When it breaks: pay");
    assertThat(page.spec())
        .containsEntry("path", "shop/docs/run/book.md")
        .containsEntry("text", "# When it *breaks*: `pay`\n\nCall us.\n");
    assertThat(page.relations())
        .extracting(Relation::type, relation -> relation.target().toString())
        .containsExactlyInAnyOrder(
            tuple("documents", "component:shop/checkout"), tuple("ownedBy", "group:shop/payments"));
  }

  @Test
  void theFolderIsTheOneThatMkDocsIsTold() {
    file("catalog-info.yaml", CHECKOUT.formatted("dir:./manual"));
    file(
        "manual/mkdocs.yml",
        "docs_dir: '../pages' # here\nicon: !!python/name:material.extensions.emoji.twemoji\n");
    file("manual/docs/old.md", "# Old");
    file("pages/new.md", "# New");

    search();

    assertThat(pages).containsOnlyKeys("pages/new.md");
  }

  @Test
  void aPageIsNamedByItsFrontMatterThenItsHeadingThenItsFile() {
    file("catalog-info.yaml", CHECKOUT.formatted("dir:."));
    file("docs/a.md", "---\r\ntitle: \"From the front\"\r\n---\r\n# Not this\r\n");
    file("docs/b.md", "Words first.\n\n## Not this\n\nSaid below\n==========\n");
    file("docs/how-to_run.md", "```\n# a comment\n```\n");
    file("docs/open.md", "---\nnever closed: yes\n".repeat(20_000));

    search();

    assertThat(page("docs/a.md").title()).isEqualTo("From the front");
    assertThat(page("docs/b.md").title()).isEqualTo("Said below");
    assertThat(page("docs/how-to_run.md").title()).isEqualTo("how to run");
  }

  @Test
  void aPageKeepsItsRefWhileItsTextChanges() {
    file("catalog-info.yaml", CHECKOUT.formatted("dir:."));
    file("docs/a.md", "# One");
    search();
    String before = page("docs/a.md").ref().toString();
    file("docs/a.md", "# Two");
    file("docs/b.md", "# Two");

    search();

    assertThat(page("docs/a.md").ref()).hasToString(before);
    assertThat(page("docs/b.md").ref().toString()).isNotEqualTo(before);
  }

  @Test
  void documentationThatIsElsewhereIsNotReadAndThatIsSaid() {
    file("a.yaml", CHECKOUT.formatted("url:https://github.com/shop/checkout"));
    file("b.yaml", CHECKOUT.formatted("dir:../.."));
    file("c.yaml", CHECKOUT.formatted("dir:./empty"));

    SourceReading reading = search();

    assertThat(pages).isEmpty();
    assertThat(reading.complete()).isTrue();
    assertThat(reading.notes())
        .anySatisfy(note -> assertThat(note).contains("a.yaml", "https://github.com", "dir:"))
        .anySatisfy(note -> assertThat(note).contains("b.yaml", "leads out"))
        .anySatisfy(note -> assertThat(note).contains("c.yaml", "no Markdown file"));
  }

  @Test
  void aPageThatNobodyCanIndexIsLeftOutAndTheOthersAreRead() {
    file("catalog-info.yaml", CHECKOUT.formatted("dir:."));
    file("docs/long.md", "x".repeat(SearchLimits.PAGE_BYTES + 1));
    files.put("docs/latin.md", "Größe".getBytes(ISO_8859_1));
    file("docs/control.md", "a\u0000b");
    file("docs/good.md", "# Good");

    SourceReading reading = search();

    assertThat(pages).containsOnlyKeys("docs/control.md", "docs/good.md");
    assertThat(pages.get("docs/control.md"))
        .isInstanceOfSatisfying(
            ReadDocument.Rejected.class,
            rejected ->
                assertThat(rejected.problems().getFirst().rule()).isEqualTo("control-character"));
    assertThat(reading.complete()).isTrue();
    assertThat(reading.notes())
        .anySatisfy(note -> assertThat(note).contains("docs/long.md", "262,144"))
        .anySatisfy(note -> assertThat(note).contains("docs/latin.md", "UTF-8"));
  }

  @Test
  void textMadeToBeDeepIsReadInTime() {
    file("catalog-info.yaml", CHECKOUT.formatted("dir:."));
    file("docs/quotes.md", ">".repeat(200_000));
    file("docs/stars.md", "# " + "*a **b ".repeat(20_000) + "c** d*".repeat(20_000));
    file("docs/brackets.md", "# " + "[".repeat(200_000));

    search();

    assertThat(pages).hasSize(3).values().allMatch(ReadDocument.Accepted.class::isInstance);
  }

  private void file(String path, String text) {
    files.put(path, text.getBytes(UTF_8));
  }

  private SourceReading search() {
    pages.clear();
    return new DescriptorSearch(new DescriptorReader())
        .search(
            new Memory(),
            List.of(new Glob("**/*.yaml")),
            null,
            found -> {
              if (!found.path().endsWith(".yaml")) {
                pages.put(found.path(), found.document());
              }
            });
  }

  private Entity page(String path) {
    assertThat(pages).containsKey(path);
    return ((ReadDocument.Accepted) requireNonNull(pages.get(path))).entity();
  }

  private final class Memory implements SourceTree {
    @Override
    public Listing list() {
      return new Listing(new ArrayList<>(files.keySet()), List.of(), List.of());
    }

    @Override
    public InputStream open(String path) throws IOException {
      byte[] bytes = files.get(path);
      if (bytes == null) {
        throw new NoSuchFileException(path);
      }
      return new ByteArrayInputStream(bytes);
    }
  }
}
