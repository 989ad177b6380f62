package dev.portolan.catalog.dependency;

import java.util.function.Function;

/** Gives the whole graph to questions that need all of it. */
@FunctionalInterface
public interface WholeGraphs {
  /** Asks a question of one view of the whole graph. */
  <T> T readWhole(Function<WholeGraph, T> question);
}
