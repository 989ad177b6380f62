package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cortex.Items.Item;
import dev.portolan.cli.importing.cortex.Value.Sort;
import dev.portolan.cli.importing.cql.Cql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The single values of CQL that Portolan has as well. */
final class Values {
  /** What Cortex calls severities, and what the fact {@code vulnerabilities} calls them. */
  private static final Map<String, String> SEVERITIES =
      Map.of(
          "critical",
          "critical",
          "high",
          "high",
          "medium",
          "medium",
          "moderate",
          "medium",
          "low",
          "low");

  private final Scope scope;
  private final Lists lists;

  Values(Scope scope) {
    this.scope = scope;
    this.lists = new Lists(scope);
  }

  /** The value. */
  Value value(Cql expression) throws UntranslatableException {
    return switch (expression) {
      case Cql.Text(String text) -> Value.of(Cel.text(text), Sort.TEXT);
      case Cql.Amount(BigDecimal number) -> Value.of(number.toPlainString(), Sort.NUMBER);
      case Cql.Bool(boolean value) -> Value.of(String.valueOf(value), Sort.BOOL);
      case Cql.Field field -> field(field);
      case Cql.Call call -> call(call);
      case Cql.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Cql.Null _, Cql.Name _, Cql.Listing _, Cql.Lambda _ -> throw Reasons.unknown(expression);
      case Cql.Not _, Cql.And _, Cql.Or _, Cql.Comparison _ ->
          throw new UntranslatableException(
              "a condition is used as a value: " + Shown.of(expression));
    };
  }

  /** That it is there. */
  Condition presence(Cql expression) throws UntranslatableException {
    if (expression instanceof Cql.Name(String name)) {
      return switch (name) {
        case "oncall" -> Cel.has("facts", "onCall");
        case "git" -> repository();
        default -> throw Reasons.unknown(expression);
      };
    }
    if (isCall(expression, "git", "branchProtection")) {
      Value git = fact("git", "defaultBranchProtected");
      return git.and(git.cel() + " == true");
    }
    Value value = value(expression);
    if (value.guards().isEmpty()) {
      throw new UntranslatableException(Shown.of(expression) + " is never null in Portolan");
    }
    return Condition.all(value.guards());
  }

  /** What Backstage's descriptors say of a repository, or somebody reported of it. */
  private static Condition repository() {
    return Condition.any(
        Cel.has("entity.annotations", "backstage.io/source-location"),
        Cel.has("entity.annotations", "github.com/project-slug"),
        Cel.has("facts", "git"));
  }

  private Value field(Cql.Field field) throws UntranslatableException {
    if (field.target() instanceof Cql.Name(String parameter)) {
      Items items = scope.items(parameter);
      if (items == null) {
        throw Reasons.unknown(field);
      }
      return ofItem(items, field);
    }
    if (field.name().equals("length")) {
      Items items = lists.items(field.target());
      return items == null ? length(value(field.target()), field) : items.size();
    }
    Value target = value(field.target());
    if (target.sort() != Sort.ANY) {
      throw Reasons.unknown(field);
    }
    return target.member(
        Cel.member(target.cel(), field.name()), Cel.has(target.cel(), field.name()));
  }

  private static Value length(Value value, Cql.Field field) throws UntranslatableException {
    if (value.sort() == Sort.TEXT || value.sort() == Sort.ANY) {
      return value.as("size(" + value.cel() + ")", Sort.NUMBER);
    }
    throw Reasons.unknown(field);
  }

  private static Value ofItem(Items items, Cql.Field field) throws UntranslatableException {
    String known =
        switch (items.item()) {
          case TAG -> field.name().equals("name") ? "" : null;
          case LINK ->
              switch (field.name()) {
                case "url", "type" -> field.name();
                case "name" -> "title";
                default -> null;
              };
          case DEPLOYMENT -> field.name().equals("environment") ? "environment" : null;
          case ENTITY, REFERENCE -> null;
        };
    if (known == null) {
      throw Reasons.unknown(field);
    }
    return known.isEmpty()
        ? Value.of(items.variable(), Sort.TEXT)
        : new Value(
            items.variable() + "." + known,
            List.of(Cel.has(items.variable(), known)),
            items.item() == Item.LINK ? Sort.TEXT : Sort.ANY);
  }

  private Value call(Cql.Call call) throws UntranslatableException {
    if (call.target() == null) {
      return switch (call.function()) {
        case "custom" -> custom(call);
        case "jq" -> jq(call);
        default -> throw Reasons.unknown(call);
      };
    }
    if (isCall(call, "entity", "description") && call.arguments().isEmpty()) {
      return new Value("entity.description", List.of(Cel.has("entity", "description")), Sort.TEXT);
    }
    if (isCall(call, "entity", "tag") && call.arguments().isEmpty()) {
      return Value.of("entity.name", Sort.TEXT);
    }
    if (isCall(call, "git", "numOfRequiredApprovals") && call.arguments().isEmpty()) {
      return fact("git", "reviewersRequired");
    }
    if (isCall(call, "git", "numOfVulnerabilities")) {
      return vulnerabilities(call);
    }
    if (isCall(call, "sonarqube", "metric")) {
      return coverage(call);
    }
    throw Reasons.unknown(call);
  }

  /** Custom data, each key a fact by itself, as each is reported by itself. */
  private Value custom(Cql.Call call) throws UntranslatableException {
    String fact = scope.facts().of(Lists.text(call, null));
    return new Value("facts." + fact, List.of(Cel.has("facts", fact)), Sort.ANY);
  }

  private Value jq(Cql.Call call) throws UntranslatableException {
    if (call.arguments().size() == 2
        && call.arguments().getLast().value() instanceof Cql.Text(String program)) {
      return Jq.value(value(call.arguments().getFirst().value()), program);
    }
    throw Reasons.argument(call, "takes data and a program");
  }

  private static Value vulnerabilities(Cql.Call call) throws UntranslatableException {
    Set<String> severities = new TreeSet<>();
    for (Cql.Argument argument : call.arguments()) {
      if (!"severity".equals(argument.name())
          || !(argument.value() instanceof Cql.Listing(List<Cql> items))) {
        throw Reasons.argument(call, "is translated with severity = [\"…\"] alone");
      }
      for (Cql item : items) {
        String word = item instanceof Cql.Text(String text) ? text.toLowerCase(Locale.ROOT) : "";
        String severity = SEVERITIES.get(word);
        if (severity == null) {
          throw Reasons.argument(call, "names a severity that is not known");
        }
        severities.add(severity);
      }
    }
    List<Value> counts = new ArrayList<>();
    for (String severity : severities.isEmpty() ? new TreeSet<>(SEVERITIES.values()) : severities) {
      counts.add(fact("vulnerabilities", severity));
    }
    return new Value(
        counts.stream().map(Value::cel).collect(Collectors.joining(" + ")),
        counts.stream().flatMap(count -> count.guards().stream()).distinct().toList(),
        Sort.NUMBER);
  }

  private static Value coverage(Cql.Call call) throws UntranslatableException {
    return switch (Lists.text(call, null)) {
      case "line_coverage" -> fact("coverage", "line");
      case "branch_coverage" -> fact("coverage", "branch");
      case "coverage" ->
          throw new UntranslatableException(
              "SonarQube's coverage mixes lines and branches, which the fact coverage has apart:"
                  + " ask for line_coverage or branch_coverage");
      default -> throw Reasons.unknown(call);
    };
  }

  /** A number that a fact has under a name. */
  private static Value fact(String fact, String name) {
    String path = "facts." + fact;
    return new Value(
        path + "." + name, List.of(Cel.has("facts", fact), Cel.has(path, name)), Sort.NUMBER);
  }

  private Value arithmetic(Cql.Arithmetic arithmetic) throws UntranslatableException {
    Value left = value(arithmetic.left());
    Value right = value(arithmetic.right());
    if (left.sort() == Sort.TEXT || right.sort() == Sort.TEXT) {
      throw new UntranslatableException("texts are not added up");
    }
    Set<Condition> guards = new LinkedHashSet<>(left.guards());
    guards.addAll(right.guards());
    return new Value(
        "(%s %c %s)".formatted(real(left), arithmetic.sign(), real(right)),
        List.copyOf(guards),
        Sort.NUMBER);
  }

  /** CEL adds whole numbers to whole numbers alone. */
  private static String real(Value value) {
    String cel = value.cel();
    boolean isReal = cel.startsWith("double(") || cel.matches("-?[0-9]+\\.[0-9]+");
    if (isReal
        || Stream.of('+', '-', '*', '/')
            .anyMatch(s -> cel.startsWith("(") && cel.contains(" " + s + " "))) {
      return cel;
    }
    return cel.matches("-?[0-9]+") ? cel + ".0" : "double(" + cel + ")";
  }

  static boolean isCall(Cql expression, String source, String function) {
    return expression instanceof Cql.Call call
        && call.target() instanceof Cql.Name(String name)
        && name.equals(source)
        && call.function().equals(function);
  }
}
