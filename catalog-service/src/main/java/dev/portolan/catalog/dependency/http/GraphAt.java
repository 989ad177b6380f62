package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.dependency.WholeGraphs;
import dev.portolan.catalog.dependency.past.PastGraphs;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The graph of now or of the moment that a question is about. */
@Component
public final class GraphAt {
  private final DependencyGraph now;
  private final WholeGraphs wholeNow;
  private final PastGraphs past;

  GraphAt(DependencyGraph now, WholeGraphs wholeNow, PastGraphs past) {
    this.now = now;
    this.wholeNow = wholeNow;
    this.past = past;
  }

  /**
   * The graph of a moment.
   *
   * @param asOf null for now
   */
  public DependencyGraph at(@Nullable Instant asOf) {
    return asOf == null ? now : past.at(asOf);
  }

  /** Asks a question of one view of the whole graph of a moment. */
  public <T> T readWhole(@Nullable Instant asOf, Function<WholeGraph, T> question) {
    return asOf == null ? wholeNow.readWhole(question) : question.apply(past.at(asOf));
  }
}
