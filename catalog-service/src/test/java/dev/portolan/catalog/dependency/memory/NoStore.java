package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.GraphView;
import java.util.Set;
import java.util.function.Function;

/** Must not be asked. */
public final class NoStore implements DependencyGraph {
  @Override
  public <T> T read(Function<GraphView, T> question) {
    throw new IllegalStateException("The store was asked");
  }

  @Override
  public Set<String> relationTypes() {
    throw new IllegalStateException("The store was asked");
  }
}
