package dev.portolan.ingestion.descriptor.body;

import java.util.regex.Pattern;

/** Text that a template engine has yet to make YAML of, as far as it can be read without it. */
final class TemplateText {
  /** Of Jinja, Nunjucks, Helm or Cookiecutter; {@code ${{ … }}} alone is plain text to YAML. */
  private static final Pattern TEMPLATE = Pattern.compile("\\{%|(?<!\\$)\\{\\{");

  private static final String STATEMENT = "{%";

  private TemplateText() {}

  static boolean isOne(String text) {
    return TEMPLATE.matcher(text).find();
  }

  /** Whether the metadata have a name, in a line of its own, that the engine has yet to fill in. */
  static boolean leavesNameOpen(String text) {
    int indent = -1;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      String content = line.strip();
      if (indent < 0) {
        indent = line.stripTrailing().equals("metadata:") ? 0 : -1;
      } else if (!content.isEmpty() && content.charAt(0) != '#' && !content.startsWith(STATEMENT)) {
        int at = line.indexOf(content);
        indent = indent == 0 ? at : indent;
        if (at == 0) {
          return false;
        }
        if (at == indent && content.startsWith("name:")) {
          return content.contains("{{") || content.contains(STATEMENT);
        }
      }
    }
    return false;
  }
}
