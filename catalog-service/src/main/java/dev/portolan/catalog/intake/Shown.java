package dev.portolan.catalog.intake;

import java.util.Map;

/** Says how far the answers of this process are, which follow the store a moment later. */
@FunctionalInterface
public interface Shown {
  /** The offset up to which answers know each partition, by its name, {@code topic-3}. */
  Map<String, Long> position();
}
