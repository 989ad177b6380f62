package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.Names;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that others refer to: a level, a category, a filter or a scorecard.
 *
 * @param label what Terraform calls it
 */
record Definition(Path file, @Nullable String label, Fields fields) {

  /** What is said of it, or the best name there is. */
  String name() {
    String name = fields.text("name", "alias", "id");
    return name != null ? name : label == null ? "" : label;
  }

  /** Whether a reference means it: by its id, an alias, its name or what Terraform calls it. */
  boolean isMeantBy(String reference) {
    String terraform = Reference.label(reference);
    if (terraform != null) {
      return terraform.equals(label) || isNamed(terraform);
    }
    return reference.equals(fields.text("id"))
        || reference.equals(fields.text("alias"))
        || fields.at("aliases").node().valueStream().anyMatch(a -> reference.equals(a.asString("")))
        || isNamed(reference);
  }

  private boolean isNamed(String reference) {
    return slug(name()).equals(slug(reference));
  }

  /** The command line refers by the name in lower case, its blanks hyphens or underscores. */
  static String slug(String name) {
    return Names.of(name.toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
