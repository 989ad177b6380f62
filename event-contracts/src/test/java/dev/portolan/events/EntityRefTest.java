package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EntityRefTest {

  @Test
  void aReferenceIsHeldInLowerCase() {
    assertThat(EntityRef.parse("Component:Shop/Checkout"))
        .isEqualTo(new EntityRef("component", "shop", "checkout"))
        .hasToString("component:shop/checkout");
  }

  @Test
  void theNamespaceIsDefaultWhereNoneIsNamed() {
    assertThat(EntityRef.parse("component:checkout")).hasToString("component:default/checkout");
  }

  @Test
  void aFullReferenceNamesItsKind() {
    assertThatThrownBy(() -> EntityRef.parse("shop/checkout"))
        .isInstanceOf(InvalidNameException.class)
        .hasMessageContaining("'shop/checkout'")
        .hasMessageContaining("has no kind")
        .extracting(e -> ((InvalidNameException) e).part())
        .isEqualTo("kind");
  }

  @ParameterizedTest
  @CsvSource({
    "checkout, component:shop/checkout",
    "other/checkout, component:other/checkout",
    "api:checkout, api:shop/checkout",
    "api:other/checkout, api:other/checkout",
  })
  void aDescriptorMayLeaveOutKindAndNamespace(String text, String ref) {
    assertThat(EntityRef.parse(text, "Component", "shop")).hasToString(ref);
  }

  @ParameterizedTest
  @CsvSource({
    "component:shop/check out, name",
    "component:shop/, name",
    "component:shop/a/b, name",
    "component:a:b, name",
    "component:sh op/checkout, namespace",
    "component:/checkout, namespace",
    ":shop/checkout, kind",
    "com-ponent:shop/checkout, kind",
    "1component:shop/checkout, kind",
  })
  void aPartThatBreaksItsRuleIsNamed(String text, String part) {
    assertThatThrownBy(() -> EntityRef.parse(text))
        .isInstanceOf(InvalidNameException.class)
        .hasMessageStartingWith("The " + part + " '")
        .extracting(e -> ((InvalidNameException) e).part())
        .isEqualTo(part);
  }

  /** Letters whose lower case is ASCII though they are not: they would name another entity. */
  @ParameterizedTest
  @ValueSource(strings = {"component:shop/\u212Aelvin", "component:shop/\u0130stanbul"})
  void lettersBeyondAsciiAreRefusedAndNotFolded(String text) {
    assertThatThrownBy(() -> EntityRef.parse(text)).isInstanceOf(InvalidNameException.class);
  }

  @Test
  void referencesAreOrderedAsTheirText() {
    List<String> texts =
        List.of("api:default/b", "component:a-a/z", "component:a/b", "component:b/a", "group:a/a");
    assertThat(Stream.of(4, 2, 0, 3, 1).map(texts::get).map(EntityRef::parse).sorted())
        .map(EntityRef::toString)
        .isEqualTo(texts);
  }

  @Test
  void aReferenceIsATextInJson() {
    JsonMapper mapper = JsonMapper.shared();
    EntityRef ref = EntityRef.parse("component:shop/checkout");
    assertThat(mapper.writeValueAsString(ref)).isEqualTo("\"component:shop/checkout\"");
    assertThat(mapper.readValue("\"Component:Shop/Checkout\"", EntityRef.class)).isEqualTo(ref);
  }
}
