package dev.portolan.cli.importing.opslevel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The fields of something of OpsLevel, found whichever way they are written: its API says {@code
 * tagKey}, its Terraform provider {@code tag_key}, and the JSON of its command line {@code TagKey}.
 */
record Fields(JsonNode node) {

  /** The value of a field, or of the first of several names for it that is there. */
  Fields at(String... names) {
    for (String name : names) {
      String wanted = plain(name);
      for (String property : node.propertyNames()) {
        if (plain(property).equals(wanted) && !node.path(property).isNull()) {
          JsonNode value = node.path(property);
          // A block of Terraform is a list of one.
          boolean isBlock = value.isArray() && value.size() == 1 && value.path(0).isObject();
          return new Fields(isBlock ? value.path(0) : value);
        }
      }
    }
    return new Fields(MissingNode.getInstance());
  }

  /** Whether a field is there. */
  boolean has(String... names) {
    return !at(names).node.isMissingNode();
  }

  /** A text, or a number or boolean as one; null when it is none or blank. */
  @Nullable String text(String... names) {
    JsonNode value = at(names).node;
    String text = value.isValueNode() ? value.asString("") : "";
    return text.isBlank() ? null : text;
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
