package dev.portolan.cli.importing.cortex;

import static dev.portolan.cli.importing.CelWorld.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.importing.CelWorld;
import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.UntranslatableException;
import dev.portolan.cli.importing.cql.Cql;
import dev.portolan.cli.importing.cql.CqlParser;
import dev.portolan.cli.importing.cql.CqlSyntaxException;
import dev.portolan.cli.importing.cql.CqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What random conditions find of random entities, by CEL and by a model of a few lines. */
class RandomConditionsTest {

  /** A service: its groups, one number that may be unknown, and whether somebody is called. */
  private record Model(List<String> groups, @Nullable Long score, boolean onCall) {
    CelWorld world() {
      CelWorld world = service().with("tags", groups);
      if (score != null) {
        world.fact("score", score);
      }
      return onCall ? world.fact("onCall", true) : world;
    }
  }

  @Test
  void aConditionFindsInCelWhatItFindsInCortex()
      throws CqlSyntaxException, UntranslatableException {
    Random random = new Random(23);
    int found = 0;
    for (int i = 0; i < 2_000; i++) {
      String text = condition(random, 4);
      Cql cql = CqlParser.parse(text);
      String cel =
          CqlToCel.translate(CqlParser.parse(CqlText.of(cql)), new FactNames(), new ArrayList<>())
              .cel();
      Model model = model(random);
      boolean expected = holds(cql, true, model);
      assertThat(model.world().finds(cel))
          .as("%s as %s of %s", text, cel, model)
          .isEqualTo(expected);
      found += expected ? 1 : 0;
    }
    assertThat(found).isBetween(400, 1_600);
  }

  /** Whether it holds, or does not: an unknown number is neither more nor less than another. */
  private static boolean holds(Cql cql, boolean wanted, Model model) {
    return switch (cql) {
      case Cql.Not(Cql inner) -> holds(inner, !wanted, model);
      case Cql.And(Cql left, Cql right) ->
          wanted
              ? holds(left, true, model) && holds(right, true, model)
              : holds(left, false, model) || holds(right, false, model);
      case Cql.Or(Cql left, Cql right) ->
          wanted
              ? holds(left, true, model) || holds(right, true, model)
              : holds(left, false, model) && holds(right, false, model);
      case Cql.Comparison comparison -> compared(comparison, wanted, model);
      default -> {
        String group = String.valueOf(((Cql.Call) cql).arguments().getFirst().value());
        yield model.groups().contains(group.contains("=a]") ? "a" : "b") == wanted;
      }
    };
  }

  private static boolean compared(Cql.Comparison comparison, boolean wanted, Model model) {
    String text = CqlText.of(comparison.left());
    if (text.equals("oncall")) {
      boolean isCalled = comparison.operator() == Cql.Operator.UNEQUAL;
      return (model.onCall() == isCalled) == wanted;
    }
    if (text.equals("groups().length")) {
      return ordered(model.groups().size(), comparison, wanted);
    }
    Long score = model.score();
    if (comparison.right() instanceof Cql.Null) {
      return ((score == null) == (comparison.operator() == Cql.Operator.EQUAL)) == wanted;
    }
    if (score == null) {
      boolean differs =
          (wanted ? comparison.operator() : comparison.operator().opposite())
              == Cql.Operator.UNEQUAL;
      return comparison.operator().isEquality() && differs;
    }
    return ordered(score, comparison, wanted);
  }

  private static boolean ordered(long left, Cql.Comparison comparison, boolean wanted) {
    int order = Long.compare(left, ((Cql.Amount) comparison.right()).value().longValue());
    boolean holds =
        switch (comparison.operator()) {
          case EQUAL -> order == 0;
          case UNEQUAL -> order != 0;
          case LESS -> order < 0;
          case AT_MOST -> order <= 0;
          case MORE -> order > 0;
          case AT_LEAST -> order >= 0;
        };
    return holds == wanted;
  }

  private static String condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return atom(random);
    }
    return switch (random.nextInt(3)) {
      case 0 -> "!(" + condition(random, depth - 1) + ")";
      case 1 -> "(" + condition(random, depth - 1) + " AND " + condition(random, depth - 1) + ")";
      default -> "(" + condition(random, depth - 1) + " or " + condition(random, depth - 1) + ")";
    };
  }

  private static String atom(Random random) {
    String sign = List.of("==", "!=", "<", "<=", ">", ">=").get(random.nextInt(6));
    return switch (random.nextInt(5)) {
      case 0 -> "hasGroup(\"" + "ab".charAt(random.nextInt(2)) + "\")";
      case 1 -> "custom(\"score\") " + sign + " " + random.nextInt(3);
      case 2 -> "custom(\"score\") " + List.of("==", "!=").get(random.nextInt(2)) + " null";
      case 3 -> "oncall " + List.of("==", "!=").get(random.nextInt(2)) + " null";
      default -> "groups().length " + sign + " " + random.nextInt(3);
    };
  }

  private static Model model(Random random) {
    List<List<String>> groups = List.of(List.of(), List.of("a"), List.of("b"), List.of("a", "b"));
    return new Model(
        groups.get(random.nextInt(4)),
        random.nextInt(3) == 0 ? null : Long.valueOf(random.nextInt(3)),
        random.nextBoolean());
  }
}
