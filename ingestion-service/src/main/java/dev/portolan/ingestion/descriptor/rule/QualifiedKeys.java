package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.events.NamingRule;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Keys of labels and annotations: a name, before which a DNS domain and a slash may stand. */
final class QualifiedKeys {
  private static final int DOMAIN_CHARACTERS = 253;

  private QualifiedKeys() {}

  static void check(
      String rule, String field, Map.Entry<String, JsonNode> entry, Findings findings) {
    String key = entry.getKey();
    int slash = key.indexOf('/');
    boolean valid =
        NamingRule.NAME.allows(key.substring(slash + 1))
            && (slash < 0 || isDomain(key.substring(0, slash)));
    if (!valid) {
      findings.problem(
          rule,
          field,
          StringNode.valueOf(key),
          "The key '%s' is not valid: it must be a name (%s), before which a domain in lower case and a slash may stand, such as example.com/name."
              .formatted(Words.shortened(key), NamingRule.NAME.words()));
    }
  }

  private static boolean isDomain(String text) {
    if (text.length() > DOMAIN_CHARACTERS) {
      return false;
    }
    char before = '.';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean fits =
          word || (c == '-' && before != '.') || (c == '.' && before != '.' && before != '-');
      if (!fits) {
        return false;
      }
      before = c;
    }
    return before != '.' && before != '-';
  }
}
