package dev.portolan.cli.importing.cortex;

import dev.portolan.cli.importing.Cel;
import dev.portolan.cli.importing.Condition;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cortex.Items.Item;
import dev.portolan.cli.importing.cql.Cql;
import dev.portolan.cli.importing.cql.Cql.Argument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lists of CQL that Portolan has as well. */
final class Lists {
  private final Scope scope;

  Lists(Scope scope) {
    this.scope = scope;
  }

  /** The list, or null when the expression is none that is known. */
  @Nullable Items items(Cql expression) throws UntranslatableException {
    if (!(expression instanceof Cql.Call call)) {
      return null;
    }
    Cql target = call.target();
    if (target == null) {
      return switch (call.function()) {
        case "deploys" -> deployments(call);
        case "links" -> links(call);
        case "groups" -> plain(call, "entity.tags", Item.TAG);
        default -> null;
      };
    }
    if (target instanceof Cql.Name(String source)) {
      return of(source, call);
    }
    Items inner = call.function().equals("filter") ? items(target) : null;
    return inner == null ? null : filtered(inner, call);
  }

  private @Nullable Items of(String source, Cql.Call call) throws UntranslatableException {
    return switch (source + "." + call.function()) {
      case "ownership.allOwners" -> plain(call, "related.ownedBy", Item.ENTITY);
      case "ownership.teams" -> {
        Items owners = plain(call, "related.ownedBy", Item.ENTITY);
        yield owners.of(Condition.of(owners.variable() + ".kind == 'Group'"));
      }
      case "dependencies.out" -> plain(call, "related.dependsOn", Item.ENTITY);
      case "dependencies.in" -> plain(call, "related.dependencyOf", Item.ENTITY);
      case "entity.destinations" -> destinations(call);
      default -> null;
    };
  }

  private Items filtered(Items items, Cql.Call call) throws UntranslatableException {
    if (call.arguments().size() == 1
        && call.arguments().getFirst().value() instanceof Cql.Lambda(String parameter, Cql body)) {
      return items.of(new CqlToCel(scope.in(parameter, items)).condition(body));
    }
    throw Reasons.argument(call, "takes one function");
  }

  private Items plain(Cql.Call call, String cel, Item item) throws UntranslatableException {
    if (!call.arguments().isEmpty()) {
      throw Reasons.argument(call, "is translated without arguments alone");
    }
    return new Items(cel, item, scope.variable(item), null, true, List.of());
  }

  /** The fact {@code deployments} holds those that somebody reported. */
  private Items deployments(Cql.Call call) throws UntranslatableException {
    if (call.arguments().size() != 1 || !"lookback".equals(call.arguments().getFirst().name())) {
      throw Reasons.argument(
          call, "is translated with a lookback and nothing else; without one Cortex chooses it");
    }
    Period period = Period.of(call.arguments().getFirst().value());
    if (!period.isExact()) {
      scope.notes().add("a lookback of months or years became " + period.days() + " days");
    }
    Items all =
        new Items(
            "facts.deployments",
            Item.DEPLOYMENT,
            scope.variable(Item.DEPLOYMENT),
            Cel.has("facts", "deployments"),
            false,
            List.of());
    return all.of(
        Condition.call("within(" + all.variable() + ".at, " + Math.abs(period.days()) + ")"));
  }

  private Items links(Cql.Call call) throws UntranslatableException {
    Items all =
        new Items("entity.links", Item.LINK, scope.variable(Item.LINK), null, true, List.of());
    if (call.arguments().isEmpty()) {
      return all;
    }
    String type = text(call, null);
    String link = all.variable();
    return all.of(
        Condition.all(Cel.has(link, "type"), Condition.of(link + ".type == " + Cel.text(type))));
  }

  private Items destinations(Cql.Call call) throws UntranslatableException {
    String type = text(call, "relationshipType");
    return new Items(
        Cel.member("entity.relations", type),
        Item.REFERENCE,
        scope.variable(Item.REFERENCE),
        Cel.has("entity.relations", type),
        true,
        List.of());
  }

  /** The one argument of a call, a text of that name. */
  static String text(Cql.Call call, @Nullable String name) throws UntranslatableException {
    if (call.arguments().size() == 1) {
      Argument argument = call.arguments().getFirst();
      boolean named = name == null ? argument.name() == null : name.equals(argument.name());
      if (named && argument.value() instanceof Cql.Text(String value)) {
        return value;
      }
    }
    throw Reasons.argument(
        call, "is translated with one text" + (name == null ? "" : " as " + name) + " alone");
  }
}
