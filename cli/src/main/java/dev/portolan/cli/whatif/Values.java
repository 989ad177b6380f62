package dev.portolan.cli.whatif;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What values are called where a person reads them. */
final class Values {
  private Values() {}

  /** A value of JSON; a text without its quotes. */
  static String text(@Nullable JsonNode value) {
    if (value == null || value.isNull() || value.isMissingNode()) {
      return "nothing";
    }
    return value.isString() ? value.stringValue() : value.toString();
  }

  /** A text that may be absent. */
  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A constant such as {@code OWNER_MISSING}, as words. */
  static String words(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A count with its word. */
  static String counted(long count, String one, String many) {
    return "%,d %s".formatted(count, count == 1 ? one : many);
  }

  /** A field with its value now and then; of a list, what goes and what comes. */
  static String difference(WhatIf.Field field) {
    JsonNode before = field.before();
    JsonNode after = field.after();
    if (before != null && after != null && before.isArray() && after.isArray()) {
      List<String> items =
          Stream.concat(missing(before, after, "− "), missing(after, before, "+ ")).toList();
      return field.path()
          + ": "
          + (items.isEmpty() ? "in another order" : String.join(", ", items));
    }
    return "%s: %s → %s".formatted(field.path(), text(field.before()), text(field.after()));
  }

  private static Stream<String> missing(JsonNode here, JsonNode there, String sign) {
    List<JsonNode> kept = there.valueStream().toList();
    return here.valueStream().filter(item -> !kept.contains(item)).map(item -> sign + text(item));
  }

  /** A rule with what becomes of it now and then. */
  static String outcome(WhatIf.Rule rule) {
    return "%s: %s → %s".formatted(rule.rule(), status(rule.before()), status(rule.after()));
  }

  /** The level of who may not be judged at all. */
  static String level(WhatIf.@Nullable Level level) {
    if (level == null) {
      return "not judged";
    }
    return level.level() == null ? "no level" : level.level();
  }

  private static String status(@Nullable String status) {
    return status == null ? "not asked" : words(status);
  }
}
