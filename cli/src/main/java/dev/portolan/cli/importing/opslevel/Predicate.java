package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.UntranslatableException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition on a value ({@code PredicateTypeEnum} of OpsLevel/opslevel-go, enum.go).
 *
 * @param value what it is compared with; empty where the type needs none
 * @param ignoresCase whether capitals are as small letters
 */
record Predicate(String type, String value, boolean ignoresCase) {

  /** The predicate in a field; null when there is none. */
  static @Nullable Predicate of(Fields fields, String... names) {
    Fields found = fields.at(names);
    return found.node().isObject() && found.has("type") ? of(found) : null;
  }

  static Predicate of(Fields fields) {
    String type = fields.text("type");
    String value = fields.text("value");
    boolean ignoresCase =
        "true".equals(fields.text("caseInsensitive"))
            || "false".equals(fields.text("caseSensitive"));
    return new Predicate(
        type == null ? "" : type.toLowerCase(Locale.ROOT), value == null ? "" : value, ignoresCase);
  }

  /** Whether it asks that there is a value at all, or none. */
  boolean asksExistence() {
    return type.equals("exists") || type.equals("does_not_exist");
  }

  /**
   * The condition on a value that may not be there.
   *
   * @param guards what must hold for it to be there
   * @param cel the value
   * @param absentDiffers whether one that is not there differs from all: filters find so, while a
   *     check asks for a value
   */
  Condition on(List<Condition> guards, String cel, boolean absentDiffers)
      throws UntranslatableException {
    if (asksExistence()) {
      Condition exists = Condition.all(guards);
      return type.equals("exists") ? exists : Condition.not(exists);
    }
    String opposite = opposite();
    if (opposite == null) {
      return guarded(guards, positive(type, cel));
    }
    Condition positive = positive(opposite, cel);
    return absentDiffers
        ? Condition.not(guarded(guards, positive))
        : guarded(guards, Condition.not(positive));
  }

  /** The condition on a number that is always there. */
  Condition onCount(String cel) throws UntranslatableException {
    if (!value.matches("[0-9]{1,9}")) {
      throw new UntranslatableException("'" + value + "' is no number to count to");
    }
    String sign =
        switch (type) {
          case "equals" -> "==";
          case "does_not_equal" -> "!=";
          case "greater_than_or_equal_to" -> ">=";
          case "less_than_or_equal_to" -> "<=";
          default -> throw unknown();
        };
    return Condition.of(cel + " " + sign + " " + value);
  }

  private @Nullable String opposite() {
    return switch (type) {
      case "does_not_equal" -> "equals";
      case "does_not_contain" -> "contains";
      case "does_not_match_regex" -> "matches_regex";
      default -> null;
    };
  }

  private Condition positive(String kind, String cel) throws UntranslatableException {
    if (ignoresCase) {
      return ignoringCase(kind, cel);
    }
    return switch (kind) {
      case "equals" -> Condition.of(cel + " == " + Cel.text(value));
      case "contains" -> Condition.call(cel + ".contains(" + Cel.text(value) + ")");
      case "starts_with" -> Condition.call(cel + ".startsWith(" + Cel.text(value) + ")");
      case "ends_with" -> Condition.call(cel + ".endsWith(" + Cel.text(value) + ")");
      case "matches_regex" -> Condition.call(cel + ".matches(" + Cel.regex(value) + ")");
      case "greater_than_or_equal_to" -> Condition.of("double(" + cel + ") >= " + number());
      case "less_than_or_equal_to" -> Condition.of("double(" + cel + ") <= " + number());
      default -> throw unknown();
    };
  }

  private Condition ignoringCase(String kind, String cel) throws UntranslatableException {
    String quoted = value.replaceAll("([^A-Za-z0-9 ])", "\\\\$1");
    String pattern =
        switch (kind) {
          case "equals" -> "^" + quoted + "$";
          case "contains" -> quoted;
          case "starts_with" -> "^" + quoted;
          case "ends_with" -> quoted + "$";
          default -> throw unknown();
        };
    if (!value.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      throw new UntranslatableException("'" + value + "' is compared whatever its case");
    }
    return Condition.call(cel + ".matches(" + Cel.text("(?i)" + pattern) + ")");
  }

  private String number() throws UntranslatableException {
    if (!value.matches("-?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
      throw new UntranslatableException("'" + value + "' is no number");
    }
    return value.contains(".") ? value : value + ".0";
  }

  private UntranslatableException unknown() {
    return new UntranslatableException("no condition of Portolan is like " + type);
  }

  private static Condition guarded(List<Condition> guards, Condition condition) {
    return Condition.all(Stream.concat(guards.stream(), Stream.of(condition)).toList());
  }
}
