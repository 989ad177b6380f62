package dev.portolan.gateway.limit.graphql;

import static dev.portolan.gateway.limit.Limits.exceeded;

import dev.portolan.gateway.limit.Limits;
import dev.portolan.gateway.paging.PageRequest;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an operation asks for, before it is even validated: a document that is made to be
 * expensive would be so for the validation too.
 *
 * <p>It goes over the fields in the order of the document and stops at the first limit, so that it
 * costs no more than the limits say. What is no valid GraphQL is passed over: the validation tells
 * that better.
 */
final class DocumentCost {
  private static final long CEILING = 1_000_000_000_000L;

  private final GraphQLSchema schema;
  private final Limits limits;
  private final Map<String, FragmentDefinition> fragments;
  private final PageLength page;
  private int fields;

  private DocumentCost(
      GraphQLSchema schema,
      Limits limits,
      Document document,
      OperationDefinition operation,
      Map<String, Object> variables) {
    this.schema = schema;
    this.limits = limits;
    this.fragments = byName(document.getDefinitionsOfType(FragmentDefinition.class));
    Map<String, VariableDefinition> declared =
        operation.getVariableDefinitions().stream()
            .collect(
                Collectors.toMap(VariableDefinition::getName, Function.identity(), (a, b) -> a));
    this.page = new PageLength(limits, declared, variables);
  }

  private static Map<String, FragmentDefinition> byName(List<FragmentDefinition> fragments) {
    return fragments.stream()
        .collect(Collectors.toMap(FragmentDefinition::getName, Function.identity(), (a, b) -> a));
  }

  /**
   * The complexity of an operation of the document.
   *
   * @throws dev.portolan.gateway.answer.CodedException when a limit is passed
   */
  static long of(
      Document document,
      OperationDefinition operation,
      Map<String, Object> variables,
      GraphQLSchema schema,
      Limits limits) {
    GraphQLFieldsContainer root =
        switch (operation.getOperation()) {
          case QUERY -> schema.getQueryType();
          case MUTATION -> schema.getMutationType();
          case SUBSCRIPTION -> schema.getSubscriptionType();
        };
    long cost =
        new DocumentCost(schema, limits, document, operation, variables)
            .of(operation.getSelectionSet(), new Place(root, 1, 1, ""));
    if (cost > limits.complexity()) {
      throw exceeded(
          "This asks for about %,d objects, and %,d are allowed: ask for shorter pages (`first`) where lists stand inside lists."
              .formatted(cost, limits.complexity()));
    }
    return cost;
  }

  /**
   * Where the count is.
   *
   * @param type null where the document names what the schema has not
   * @param page how long the page is whose connection this is; 1 elsewhere
   */
  private record Place(@Nullable GraphQLFieldsContainer type, int depth, int page, String path) {
    String at(Field field) {
      return path.isEmpty() ? field.getName() : path + "." + field.getName();
    }
  }

  private long of(@Nullable SelectionSet selections, Place place) {
    if (selections == null) {
      return 0;
    }
    long sum = 0;
    for (Selection<?> selection : selections.getSelections()) {
      sum += of(selection, place);
    }
    return Math.min(sum, CEILING);
  }

  private long of(Selection<?> selection, Place place) {
    return switch (selection) {
      case Field field -> ofField(field, place);
      case InlineFragment inline ->
          of(inline.getSelectionSet(), on(inline.getTypeCondition(), inside(place)));
      case FragmentSpread spread -> {
        FragmentDefinition fragment = fragments.get(spread.getName());
        yield fragment == null
            ? 0
            : of(fragment.getSelectionSet(), on(fragment.getTypeCondition(), inside(place)));
      }
      default -> 0;
    };
  }

  /** A fragment counts as a field, so that fragments which only spread each other end too. */
  private Place inside(Place place) {
    count();
    return place;
  }

  private Place on(@Nullable TypeName condition, Place place) {
    if (condition != null
        && schema.getType(condition.getName()) instanceof GraphQLFieldsContainer type) {
      return new Place(type, place.depth(), place.page(), place.path());
    }
    return place;
  }

  private void count() {
    fields++;
    if (fields > limits.fields()) {
      throw exceeded(
          "This names more than %,d fields, fragments counted wherever they are spread: ask for less at once."
              .formatted(limits.fields()));
    }
  }

  private long ofField(Field field, Place place) {
    count();
    if (field.getName().startsWith("__")) {
      // Introspection has limits of its own in GraphQL Java, which GraphiQL's question keeps.
      return 0;
    }
    String path = place.at(field);
    if (place.depth() > limits.depth()) {
      throw exceeded(
          "`%s` stands %d fields deep, and %d are allowed: ask for it from an entity further in."
              .formatted(path, place.depth(), limits.depth()));
    }
    GraphQLFieldDefinition definition =
        place.type() == null ? null : place.type().getFieldDefinition(field.getName());
    if (place.type() == null || definition == null) {
      return 0;
    }
    return ofKnown(field, definition, place.type().getName(), place, path);
  }

  private long ofKnown(
      Field field, GraphQLFieldDefinition definition, String type, Place place, String path) {
    boolean composite =
        GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType;
    GraphQLFieldsContainer below =
        GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLFieldsContainer container
            ? container
            : null;
    String name = type + "." + field.getName();
    int shown = page.shown(field, definition, name, path);
    boolean cut = definition.getArgument("first") != null;
    boolean list =
        GraphQLTypeUtil.unwrapNonNull(definition.getType()) instanceof GraphQLList && composite;
    long inside =
        Weights.of(name, composite)
            + Weights.ofArguments(field)
            + (cut && !list ? fetched(field, shown) : 0)
            + of(field.getSelectionSet(), new Place(below, place.depth() + 1, shown, path));
    int length = cut ? shown : lengthOf(field, place);
    return Math.min(CEILING, list ? inside * length : inside);
  }

  private static int lengthOf(Field field, Place place) {
    return Weights.isItems(field.getName()) ? place.page() : Weights.UNPAGED;
  }

  /**
   * How many items a list fetches. Nothing but its counts is one item, whatever {@code first} says;
   * what a fragment asks for is not looked at, and taken for the items.
   */
  private int fetched(Field field, int shown) {
    return PageRequest.COUNTS.containsAll(namesIn(field.getSelectionSet()))
        ? 0
        : shown + page.skipped(field);
  }

  private static List<String> namesIn(@Nullable SelectionSet selections) {
    return selections == null
        ? List.of()
        : selections.getSelections().stream()
            .map(selection -> selection instanceof Field field ? field.getName() : "...")
            .toList();
  }
}
