package dev.portolan.scorecard.graph;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationTypes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;

/**
 * Who is in trouble with whom: of all entities of a catalog the relations that carry trouble, as
 * the entities state them. A relation may be stated from either of its ends, and is there until
 * neither states it. A ref is known as long as it exists or an entity states a relation to it.
 *
 * <p>Takes some 130 bytes for an entity, most of them its ref, and while it computes the facts some
 * 180 more: 13 and 18 MB for the 99,809 entities of the Debian archive. For one thread at a time.
 */
public final class TroubleGraph {
  private static final int[] NOTHING = new int[0];

  private final RelationTypes types;
  private final Statements statements;
  private final Refs refs = new Refs();
  private final BitSet existing = new BitSet();

  /** What each ref states, as {@link Statements} writes it; nothing where nothing exists. */
  private int[][] stated = new int[16][];

  /** How many entities state a relation to each ref. */
  private int[] mentions = new int[16];

  /**
   * A graph of nothing.
   *
   * @param types of relations, by which trouble travels in it; with others it would be another
   */
  public TroubleGraph(RelationTypes types) {
    this.types = types;
    this.statements = new Statements(types);
  }

  /** The types of relations by which trouble travels. */
  public RelationTypes types() {
    return types;
  }

  /**
   * The entity exists and has these relations, whatever was known of it.
   *
   * @param relations as the entity states them, under stored or inverse names; those that carry no
   *     trouble are passed over
   * @return whether any facts may be different now, and not only those of this entity; false means
   *     that all are as they were
   */
  public boolean put(EntityRef ref, Collection<Relation> relations) {
    int number = number(ref);
    boolean existed = existing.get(number);
    existing.set(number);
    return state(number, statements.of(number, relations, this::number)) || !existed;
  }

  /**
   * The entity does not exist. What others state of it dangles, and trouble goes on through it.
   *
   * @return whether it did exist, so that any facts may be different now
   */
  public boolean remove(EntityRef ref) {
    int number = refs.find(ref);
    if (number == Refs.NONE || !existing.get(number)) {
      return false;
    }
    existing.clear(number);
    state(number, NOTHING);
    forgetIfUnknown(number);
    return true;
  }

  /** How many entities exist. */
  public int size() {
    return existing.cardinality();
  }

  /** How many refs are known. */
  int known() {
    return refs.size();
  }

  /** Computes the facts of all entities that exist. */
  public CatalogFacts facts() {
    int nodes = refs.bound();
    Adjacency dependents = Adjacency.of(nodes, this::eachStep);
    Components components = Components.in(dependents);
    int[] sizes = components.sizes();
    int[] reached = Reach.count(between(dependents, components), sizes);
    int[] numbers = new int[nodes * CatalogFacts.NUMBERS];
    for (int node = 0; node < nodes; node++) {
      int first = node * CatalogFacts.NUMBERS;
      int component = components.of(node);
      int others = sizes[component] - 1;
      numbers[first + 2] = reached[component] + others;
      numbers[first + 3] = others == 0 ? 0 : others + 1;
    }
    dependents.each(
        (from, to) -> {
          numbers[from * CatalogFacts.NUMBERS] += existing.get(to) ? 1 : 0;
          numbers[to * CatalogFacts.NUMBERS + 1] += existing.get(from) ? 1 : 0;
        });
    for (int node = existing.nextClearBit(0);
        node < nodes;
        node = existing.nextClearBit(node + 1)) {
      numbers[node * CatalogFacts.NUMBERS] = CatalogFacts.MISSING;
    }
    return new CatalogFacts(refs.frozen(), numbers);
  }

  /** The steps back from each component to those that reach it. */
  private static Adjacency between(Adjacency dependents, Components components) {
    return Adjacency.of(
        components.count(),
        step ->
            dependents.each(
                (from, to) -> {
                  int reaching = components.of(from);
                  int reached = components.of(to);
                  if (reaching != reached) {
                    step.accept(reached, reaching);
                  }
                }));
  }

  private void eachStep(Adjacency.StepConsumer step) {
    for (int node = 0; node < refs.bound(); node++) {
      Statements.each(node, stated[node], step);
    }
  }

  private boolean state(int number, int[] now) {
    int[] before = stated[number];
    if (Arrays.equals(before, now)) {
      return false;
    }
    stated[number] = now;
    for (int statement : now) {
      mentions[Statements.other(statement)]++;
    }
    for (int statement : before) {
      int other = Statements.other(statement);
      mentions[other]--;
      forgetIfUnknown(other);
    }
    return true;
  }

  private int number(EntityRef ref) {
    int number = refs.give(ref);
    if (number >= stated.length) {
      stated = Arrays.copyOf(stated, Refs.grown(number));
      mentions = Arrays.copyOf(mentions, stated.length);
    }
    if (stated[number] == null) {
      stated[number] = NOTHING;
    }
    return number;
  }

  private void forgetIfUnknown(int number) {
    if (mentions[number] == 0 && !existing.get(number)) {
      refs.forget(number);
    }
  }
}
