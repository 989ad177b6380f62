package dev.portolan.ingestion.schedule;

import dev.portolan.ingestion.adapter.FollowingAdapter;
import dev.portolan.ingestion.adapter.SourceAdapter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The adapters that this service has. */
@Component
public class Adapters {
  private final Map<String, SourceAdapter> byName = new TreeMap<>();

  Adapters(ObjectProvider<SourceAdapter> adapters) {
    adapters.forEach(adapter -> byName.put(adapter.name(), adapter));
  }

  /** The adapter of that name. */
  public Optional<SourceAdapter> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The adapter of that name, if it can follow sources. */
  public Optional<FollowingAdapter> following(String name) {
    return named(name).filter(FollowingAdapter.class::isInstance).map(FollowingAdapter.class::cast);
  }

  /** The names of all. */
  public Set<String> names() {
    return byName.keySet();
  }
}
