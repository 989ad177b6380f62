package dev.portolan.catalog.version;

import java.util.List;

/** The versions that the graph has reached. */
@FunctionalInterface
public interface Versions {
  /** Whether all of these are reached. */
  boolean haveReached(List<RefVersion> wanted);
}
