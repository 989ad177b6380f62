package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NamingRuleTest {

  @ParameterizedTest
  @CsvSource({
    "KIND, Component",
    "KIND, a",
    "KIND, K8sCluster",
    "NAMESPACE, default",
    "NAMESPACE, 9",
    "NAMESPACE, Team-A_b.c",
    "NAME, checkout",
    "NAME, libstdc-6",
    "NAME, a.b_c-D",
    "FACT, coverage",
    "FACT, onCall",
    "FACT, p99_",
    "TAG, java",
    "TAG, c++",
    "TAG, lang:c#",
    "TAG, two-words",
    "TAG, ++",
  })
  void aNameThatKeepsItsRuleIsAllowed(NamingRule rule, String name) {
    assertThat(rule.allows(name)).isTrue();
    assertThat(rule.check("name", name)).isSameAs(name);
  }

  @ParameterizedTest
  @CsvSource({
    "KIND, 1st",
    "KIND, my-kind",
    "KIND, Ä",
    "KIND, ' Component'",
    "NAMESPACE, -a",
    "NAMESPACE, a-",
    "NAMESPACE, a--b",
    "NAMESPACE, a-_b",
    "NAMESPACE, a/b",
    "NAME, .",
    "NAME, a b",
    "NAME, a+b",
    "NAME, naïve",
    "NAME, ٣",
    "NAME, 'a\n'",
    "FACT, 4eyes",
    "FACT, _p99",
    "FACT, lead-time",
    "FACT, a|b",
    "TAG, Java",
    "TAG, a_b",
    "TAG, a--b",
    "TAG, -a",
    "TAG, a.b",
  })
  void aNameThatBreaksItsRuleIsNot(NamingRule rule, String name) {
    assertThat(rule.allows(name)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aNameHasOneToSixtyThreeCharacters(NamingRule rule) {
    assertThat(rule.allows("")).isFalse();
    assertThat(rule.allows("a".repeat(63))).isTrue();
    assertThat(rule.allows("a".repeat(64))).isFalse();
  }

  @Test
  void theErrorNamesThePartTheTextAndTheRule() {
    assertThatThrownBy(() -> NamingRule.TAG.check("tag", "Two Words"))
        .isInstanceOf(InvalidNameException.class)
        .hasMessage(
            "The tag 'Two Words' is not valid: it must be 1 to 63 characters: lower-case letters,"
                + " digits and :+#, in runs separated by -.");
  }

  @Test
  void aLongTextIsNotRepeatedInFull() {
    assertThatThrownBy(() -> NamingRule.NAME.check("name", "x".repeat(1_000_000)))
        .hasMessageStartingWith("The name '" + "x".repeat(80) + "…' is not valid");
  }

  @Test
  void aTextIsNotCutWithinACharacter() {
    assertThatThrownBy(() -> NamingRule.NAME.check("name", "x".repeat(79) + "🧭".repeat(2)))
        .hasMessageStartingWith("The name '" + "x".repeat(79) + "…' is not valid");
  }
}
