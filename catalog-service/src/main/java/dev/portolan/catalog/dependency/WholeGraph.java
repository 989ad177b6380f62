package dev.portolan.catalog.dependency;

/** A view of which every node can be looked at: their numbers are those below its size. */
public interface WholeGraph extends GraphView {
  /** How many nodes there are, counting those at which nothing exists any more. */
  int size();
}
