package dev.portolan.cli.importing.opslevel;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How checks name what they belong to. */
final class Reference {
  private static final Pattern TERRAFORM =
      Pattern.compile("\\$\\{(?:data\\.)?opslevel_\\w+\\.([\\w-]+)(?:\\[[^\\]]*])?\\.\\w+}");

  private Reference() {}

  /** What a reference of Terraform's JSON calls it; null when it is none. */
  static @Nullable String label(String reference) {
    Matcher matcher = TERRAFORM.matcher(reference.strip());
    return matcher.matches() ? matcher.group(1) : null;
  }

  /**
   * The reference in a field: a text, or something that has an id, an alias or a name. Null when
   * there is none.
   */
  static @Nullable String of(Fields check, String... names) {
    Fields value = check.at(names);
    JsonNode node = value.node();
    return node.isObject() ? value.text("id", "alias", "name") : check.text(names);
  }

  /** How the reference is shown to people. */
  static String shown(String reference) {
    String label = label(reference);
    return label == null ? reference : label;
  }
}
