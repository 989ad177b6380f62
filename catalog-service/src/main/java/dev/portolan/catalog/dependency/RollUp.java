package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Facts;
import org.jspecify.annotations.Nullable;

/** What entities can be counted by. */
public enum RollUp {
  KIND,
  OWNER,
  SYSTEM,
  /** By the domain of the entity itself or of the systems around it. */
  DOMAIN,
  TIER,
  LIFECYCLE;

  /** What an entity says of itself; null when it says nothing. */
  @Nullable String own(Facts facts) {
    return switch (this) {
      case KIND -> facts.kind();
      case OWNER -> facts.owner();
      case SYSTEM -> facts.system();
      case DOMAIN -> facts.domain();
      case TIER -> facts.tier();
      case LIFECYCLE -> facts.lifecycle();
    };
  }
}
