package dev.portolan.ingestion.rereading;

import dev.portolan.events.EntityRef;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What one sync of a source knows of those before it. What was read on another basis, as with
 * another configuration, it does not know.
 */
public interface Memory {

  /** Whether taking a whole revision again would change nothing. */
  boolean has(String revision);

  /** What is remembered of these files. */
  List<RememberedFile> recall(Collection<String> files);

  /**
   * Names these entities for the sync, and answers with the hash of what the source says of each
   * now, where it says anything.
   */
  Map<EntityRef, String> name(Collection<EntityRef> refs);

  /** Remembers these files, in place of what was remembered of them. */
  void keep(Collection<RememberedFile> files);

  /** Forgets all files but these. */
  void forgetOthers(Collection<String> files);
}
