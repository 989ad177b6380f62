package dev.portolan.ingestion.descriptor;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.descriptor.rule.Descriptor;
import dev.portolan.ingestion.descriptor.rule.Finding;
import dev.portolan.ingestion.descriptor.rule.Findings;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A descriptor and all that judging it takes, so that it can be judged again by other definitions
 * of kinds: one that defines its kind may come after it.
 */
public final class Trial {
  private final Passage passage;
  private final int number;
  private final JsonNode tree;
  private final Findings found;
  private final BiConsumer<Descriptor, Findings> rules;
  private final UnaryOperator<String> origin;
  private final Optional<KindDefinition> definition;

  /**
   * A trial.
   *
   * @param passage what the descriptor was made of
   * @param tree the descriptor
   * @param found what was found in it already, whatever the kinds
   * @param rules that it must keep
   * @param origin where in the document a field of the descriptor stands
   * @param kinds by which it is judged first
   */
  Trial(
      Passage passage,
      JsonNode tree,
      Findings found,
      BiConsumer<Descriptor, Findings> rules,
      UnaryOperator<String> origin,
      Kinds kinds) {
    this.passage = passage;
    this.number = passage.document().document();
    this.tree = tree;
    this.found = found;
    this.rules = rules;
    this.origin = origin;
    this.definition = definition(kinds);
  }

  private Trial(Trial of, int number) {
    this.passage = of.passage;
    this.number = number;
    this.tree = of.tree;
    this.found = of.found;
    this.rules = of.rules;
    this.origin = of.origin;
    this.definition = of.definition;
  }

  Trial numbered(int other) {
    return new Trial(this, other);
  }

  /** How many characters the descriptor has, about. */
  public long weight() {
    return Extent.of(tree).weight();
  }

  /** Whether these kinds lead to the first verdict, as they define its kind alike. */
  boolean isBy(Kinds kinds) {
    return definition.equals(definition(kinds));
  }

  /** What becomes of the descriptor by these kinds. */
  ReadDocument verdict(Kinds kinds) {
    Findings findings = new Findings(found);
    Descriptor descriptor = Descriptor.of(tree, kinds);
    rules.accept(descriptor, findings);
    ReadDocument verdict =
        Judgement.of(passage, descriptor, findings, origin, isForGood() ? null : this);
    return number == passage.document().document() ? verdict : verdict.numbered(number);
  }

  /** The descriptor breaks a rule that is known only when others are. */
  public ReadDocument.Rejected refused(EntityRef ref, String field, String rule, String message) {
    Finding finding = new Finding(field, rule, message, MissingNode.getInstance());
    return new ReadDocument.Rejected(
        number, ref, Judgement.problems(passage, List.of(finding), origin), this);
  }

  private boolean isForGood() {
    String kind = kind();
    return kind == null || !Kinds.isOpen(kind);
  }

  private Optional<KindDefinition> definition(Kinds kinds) {
    return Optional.ofNullable(kind()).flatMap(kinds::named);
  }

  private @Nullable String kind() {
    return tree.path("kind").stringValue(null);
  }
}
