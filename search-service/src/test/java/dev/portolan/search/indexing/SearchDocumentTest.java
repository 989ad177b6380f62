package dev.portolan.search.indexing;

import static dev.portolan.search.EntityFixtures.NOW;
import static dev.portolan.search.EntityFixtures.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SearchDocumentTest {

  @Test
  void saysWhatAnEntityIsFoundBy() {
    SearchDocument document =
        document(
            component("Checkout-Payment_api")
                .in("Shop")
                .titled("Checkout payments")
                .described("Takes money.")
                .tagged("java", "pci")
                .labelled("tier", "1")
                .with("type", "service")
                .with("lifecycle", "production")
                .ownedBy("payments")
                .related("partOf", "component:shop/checkout")
                .related("partOf", "system:shop/till")
                .version(7));

    assertThat(document)
        .isEqualTo(
            new SearchDocument(
                "component:shop/checkout-payment_api",
                7,
                "component",
                "shop",
                "Checkout-Payment_api",
                "checkoutpaymentapi",
                List.of("checkoutpayment", "paymentapi", "checkoutpaymentapi"),
                20,
                "Checkout payments",
                "Takes money.",
                List.of("java", "pci"),
                List.of("tier=1"),
                "group:default/payments",
                "payments",
                "system:shop/till",
                "service",
                "production",
                "service\nproduction",
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("title", "description", "tags", "owner", "system"),
                NOW));
  }

  @Test
  void whatAnEntityDoesNotSayIsLeftOut() {
    SearchDocument document = document(component("a").version(1));

    assertThat(document.title()).isNull();
    assertThat(document.owner()).isNull();
    assertThat(document.system()).isNull();
    assertThat(document.type()).isNull();
    assertThat(document.spec()).isNull();
  }

  @Test
  void aPageIsSoughtByItsWordsAndNotByItsMarkup() {
    SearchDocument document =
        document(
            component("page-1")
                .with("path", "docs/run-book.md")
                .with("text", "Read *this*.\n\n## When it breaks\n\nCall `payments`.")
                .related("documents", "component:default/checkout")
                .version(1));

    assertThat(document.content()).isEqualTo("Read this.\nWhen it breaks\nCall payments.");
    assertThat(document.sections())
        .containsExactly(new PageText.Section("When it breaks", "when-it-breaks", 11));
    assertThat(document.spec()).isEqualTo("docs/run-book.md");
  }

  @Test
  void aTextOfWhatDocumentsNothingIsPartOfItsSpec() {
    SearchDocument document = document(component("a").with("text", "# Hello").version(1));

    assertThat(document.content()).isNull();
    assertThat(document.spec()).isEqualTo("# Hello");
  }

  @Test
  void aTypeThatIsNoTextIsNoType() {
    assertThat(document(component("a").with("type", List.of(1)).version(1)).type()).isNull();
  }

  @Test
  void theSpecIsReadToItsLeavesInItsOrder() {
    assertThat(
            specOf(
                component("a")
                    .with("text", "one")
                    .with("list", List.of("two", Map.of("deep", "three")))
                    .with("port", 8080)
                    .with("flag", true)
                    .with("blank", "  ")))
        .isEqualTo("one\ntwo\nthree\n8080");
  }

  @Test
  void aLongSpecIsCutAndNoCharacterIsHalved() {
    String boats = "⛵🚤".repeat(3_000);
    var draft = component("a");
    IntStream.range(0, 10).forEach(i -> draft.with("text" + i, boats));

    String spec = specOf(draft);

    assertThat(spec.length()).isBetween(SpecText.LONGEST - 10, SpecText.LONGEST);
    assertThat(spec.lines().findFirst().orElseThrow().length())
        .isBetween(SpecText.LONGEST_TEXT - 1, SpecText.LONGEST_TEXT);
    assertThat(spec.lines()).allSatisfy(line -> assertThat(isWhole(line)).isTrue());
  }

  @Test
  void aSpecThatNestsWithoutEndIsReadToABoundedDepth() {
    Object nested = "deep";
    for (int depth = 0; depth < 100; depth++) {
      nested = List.of(nested);
    }

    assertThat(specOf(component("a").with("first", "shallow").with("nested", nested)))
        .isEqualTo("shallow");
  }

  @Test
  void aPersonIsFoundByTheNameThatIsShownOfIt() {
    assertThat(
            document(
                    component("jdoe").with("profile", Map.of("displayName", "Jane Doe")).version(1))
                .title())
        .isEqualTo("Jane Doe");
  }

  @Test
  void anApisDefinitionIsFoundByWhatItOffersAndNotByEveryWordOfIt() {
    SearchDocument document =
        document(
            component("pets")
                .with("definition", "openapi: 3.0.0\npaths: {/pets: {get: {summary: All pets}}}")
                .version(1));

    assertThat(document.content()).isEqualTo("GET /pets All pets");
    assertThat(document.spec()).isNull();
    assertThat(document.has()).containsExactly("definition");
  }

  @Test
  void aDocumentOfAnEarlierDefinitionIsRead() {
    SearchDocument read =
        JsonMapper.shared()
            .readValue(
                "{\"ref\":\"component:default/a\",\"version\":1,\"name\":\"a\",\"nameLength\":1}",
                SearchDocument.class);

    assertThat(read.aliases()).isEmpty();
    assertThat(read.tags()).isEmpty();
  }

  private static SearchDocument document(EntityChanged change) {
    return SearchDocument.of(Objects.requireNonNull(change.entity()), change);
  }

  private static String specOf(dev.portolan.search.EntityFixtures.Draft draft) {
    return String.valueOf(document(draft.version(1)).spec());
  }

  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
