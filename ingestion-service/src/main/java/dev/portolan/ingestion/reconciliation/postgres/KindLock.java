package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.postgres.CatalogKinds;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps definitions of kinds from changing while entities are merged by them: whoever changes one
 * has all entities of the kind merged again, and must not miss one that is being written.
 *
 * <p>To be taken after the locks of entities and before that of names. Kinds that come with
 * Portolan never change, and their entities do without.
 */
@Component
class KindLock {
  /** The first half of the key. */
  private static final int KINDS = 0x6b696e64;

  private final JdbcClient jdbc;
  private final CatalogKinds kinds;

  KindLock(JdbcClient jdbc, CatalogKinds kinds) {
    this.jdbc = jdbc;
    this.kinds = kinds;
  }

  /** Until this transaction ends these entities are merged by the kinds of now. */
  void hold(Collection<EntityRef> refs) {
    if (refs.stream().anyMatch(KindLock::definesAKind)) {
      lock("pg_advisory_xact_lock");
    } else if (refs.stream().allMatch(ref -> Kinds.isBuiltIn(ref.kind()))) {
      return;
    } else {
      lock("pg_advisory_xact_lock_shared");
    }
    kinds.refresh();
  }

  static boolean definesAKind(EntityRef ref) {
    return ref.kind().equalsIgnoreCase(KindDefinition.KIND);
  }

  private void lock(String function) {
    jdbc.sql("select count(" + function + "(?, 0))").param(KINDS).query(Long.class).single();
  }
}
