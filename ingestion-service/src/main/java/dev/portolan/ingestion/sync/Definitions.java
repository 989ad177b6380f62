package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.observation.Description;
import java.util.Collection;
import java.util.Set;

/** The definitions of kinds in the catalog, and what they would be. */
public interface Definitions {

  /**
   * The kinds that there would be if the source of the sync said this, beside what other sources
   * say; a kind of which no sound definition would come is not among them.
   *
   * @param said descriptions of entities that define kinds, each once; empty for the kinds of now
   */
  Kinds with(Collection<Description> said);

  /**
   * What a definition meets among the entities of its kind.
   *
   * @param apart entities that are not looked at, because they are described anew
   */
  Misfits misfits(KindDefinition definition, Set<EntityRef> apart);
}
