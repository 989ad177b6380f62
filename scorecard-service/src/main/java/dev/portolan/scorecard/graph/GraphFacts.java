package dev.portolan.scorecard.graph;

/**
 * Where an entity stands in the graph of trouble: along the relation types that carry trouble, each
 * in its direction. An entity that is related to itself is not in trouble with itself: no number
 * counts that.
 *
 * @param dependents how many existing entities are in trouble, in one step, when this one is
 * @param dependencies how many existing entities bring trouble to this one in one step
 * @param blastRadius how many trouble of this one reaches in any number of steps, itself not
 *     counted. It is the {@code total} of {@code impact} in direction {@code DEPENDENTS} and with
 *     its default relation types; so trouble goes through a ref at which nothing exists, and
 *     <em>such a ref counts like any other</em>: an API that nobody has described, with its
 *     provider here and its consumers there
 * @param cycleSize how many are in the same circle, or in circles that hang together, this one and
 *     refs at which nothing exists counted: the weight of the finding {@code CYCLE}. 0 when it is
 *     in none, and then never 1: an entity that is only related to itself is in none
 */
public record GraphFacts(int dependents, int dependencies, int blastRadius, int cycleSize) {
  /** Of an entity along whose relations no trouble goes. */
  public static final GraphFacts ALONE = new GraphFacts(0, 0, 0, 0);
}
