package dev.portolan.ingestion.descriptor.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Links lead to a place elsewhere, and nowhere that would run in a reader's browser. */
final class LinkRule {
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}]+");
  private static final Pattern RUNS = Pattern.compile("(javascript|vbscript|data):.*");
  private static final List<String> TEXTS = List.of("title", "icon", "type");

  private LinkRule() {}

  static void check(String field, JsonNode link, Findings findings) {
    if (!link.isObject()) {
      findings.problem(
          "link",
          field,
          link,
          "A link must be a mapping with a url, and it is " + Words.of(link) + ".");
      return;
    }
    JsonNode url = link.path("url");
    if (!url.isString()) {
      findings.problem(
          "link",
          field + "/url",
          url,
          "The url of a link must be a string, and it is " + Words.of(url) + ".");
    } else if (!ADDRESS.matcher(url.stringValue()).matches()
        || RUNS.matcher(url.stringValue().toLowerCase(Locale.ROOT)).matches()) {
      findings.problem(
          "link",
          field + "/url",
          url,
          "The url '"
              + Words.shortened(url.stringValue())
              + "' is not valid: it must be an absolute address such as https://example.com/docs.");
    }
    for (String text : TEXTS) {
      JsonNode value = link.path(text);
      if (!Descriptor.isAbsent(value) && !value.isString()) {
        findings.problem(
            "link",
            field + "/" + text,
            value,
            "The " + text + " of a link must be a string, and it is " + Words.of(value) + ".");
      }
    }
  }
}
