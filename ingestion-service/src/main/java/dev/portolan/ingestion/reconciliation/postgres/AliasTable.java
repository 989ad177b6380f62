package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.alias.Alias;
import dev.portolan.ingestion.alias.Named;
import dev.portolan.ingestion.observation.RelationFields;
import dev.portolan.ingestion.reconciliation.Decided;
import dev.portolan.ingestion.reconciliation.Decision;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Who has which name, and who refers to others by any name that they have. */
@Component
class AliasTable {
  /** The first half of the key of the one lock that all names share. */
  private static final int NAMES = 0x6e616d65;

  private final JdbcClient jdbc;
  private final RelationFields fields;

  AliasTable(JdbcClient jdbc, RelationFields fields) {
    this.jdbc = jdbc;
    this.fields = fields;
  }

  private record Name(EntityRef alias, EntityRef ref, String dialect) {}

  private record Use(EntityRef ref, EntityRef alias) {}

  /**
   * Until this transaction ends nobody gets a name or loses one: who looks a name up and finds
   * nobody would otherwise not be told of somebody who gets it at the same time. To be taken after
   * the locks of entities, never before.
   */
  void holdNames() {
    lock("pg_advisory_xact_lock");
  }

  /** Whether one of the entities refers to others by any name that they have. */
  boolean areUsedBy(Collection<EntityRef> refs) {
    return jdbc.sql("select exists (select from alias_use where ref = any(?))")
        .param(Refs.array(refs))
        .query(Boolean.class)
        .single();
  }

  /** Who has these names, apart from those whose own reference it is. */
  Map<EntityRef, List<Named>> named(Collection<EntityRef> aliases) {
    Map<EntityRef, List<Named>> named = new HashMap<>();
    jdbc.sql(
            """
            select alias, ref, dialect from entity_alias as name
            where alias = any(?)
            and not exists (select from entity where ref = name.alias and not deleted)
            """)
        .param(Refs.array(aliases))
        .query(
            row -> {
              named
                  .computeIfAbsent(EntityRef.parse(row.getString("alias")), _ -> new ArrayList<>())
                  .add(new Named(EntityRef.parse(row.getString("ref")), row.getString("dialect")));
            });
    return named;
  }

  /**
   * Keeps what the decisions change, and marks for another merge the entities that refer to
   * somebody by a name that is somebody else's now.
   */
  void follow(List<Decided> decided) {
    Set<Name> lost = new HashSet<>();
    Set<Name> got = new HashSet<>();
    Set<EntityRef> users = new HashSet<>();
    Set<Use> uses = new HashSet<>();
    Set<EntityRef> changed = new HashSet<>();
    for (Decided each : decided) {
      if (each.decision() instanceof Decision.Changed(var event)) {
        Entity before = each.stored().entity();
        Entity after = event.entity();
        lost.addAll(names(before));
        got.addAll(names(after));
        if (before == null || after == null) {
          changed.add(event.ref());
        }
        if (isUser(before) || isUser(after)) {
          users.add(event.ref());
          uses.addAll(uses(after));
        }
      }
    }
    Set<Name> kept = new HashSet<>(lost);
    kept.retainAll(got);
    lost.removeAll(kept);
    got.removeAll(kept);
    lost.forEach(name -> changed.add(name.alias()));
    got.forEach(name -> changed.add(name.alias()));
    if (!users.isEmpty()) {
      write(users, uses);
    }
    if (!changed.isEmpty()) {
      lock("pg_advisory_xact_lock_shared");
      write(lost, got, changed, decided.stream().map(each -> each.stored().ref()).toList());
    }
  }

  private static boolean isUser(@Nullable Entity entity) {
    return entity != null && Alias.isUsedBy(entity);
  }

  private static List<Name> names(@Nullable Entity entity) {
    return entity == null
        ? List.of()
        : Alias.of(entity).stream()
            .map(alias -> new Name(alias, entity.ref(), Alias.dialect(entity)))
            .toList();
  }

  private List<Use> uses(@Nullable Entity entity) {
    return isUser(entity) && entity != null
        ? fields.relationsOf(entity).stream()
            .map(Relation::target)
            .map(alias -> new Use(entity.ref(), alias))
            .toList()
        : List.of();
  }

  private void write(Set<EntityRef> users, Set<Use> uses) {
    jdbc.sql("delete from alias_use where ref = any(?)").param(Refs.array(users)).update();
    jdbc.sql("insert into alias_use (ref, alias) select * from unnest(?, ?)")
        .params(
            Refs.array(uses.stream().map(Use::ref).toList()),
            Refs.array(uses.stream().map(Use::alias).toList()))
        .update();
  }

  private void write(
      Set<Name> lost, Set<Name> got, Set<EntityRef> changed, List<EntityRef> mergedNow) {
    if (!lost.isEmpty()) {
      jdbc.sql(
              """
              delete from entity_alias using unnest(?, ?) as lost (alias, ref)
              where entity_alias.alias = lost.alias and entity_alias.ref = lost.ref
              """)
          .params(aliases(lost), refs(lost))
          .update();
    }
    if (!got.isEmpty()) {
      jdbc.sql("insert into entity_alias (alias, ref, dialect) select * from unnest(?, ?, ?)")
          .params(
              aliases(got),
              refs(got),
              new SqlArrayValue("text", got.stream().map(Name::dialect).toArray()))
          .update();
    }
    jdbc.sql(
            """
            insert into merge_due (ref)
            select distinct ref from alias_use where alias = any(?) and ref <> all(?)
            on conflict do nothing
            """)
        .params(Refs.array(changed), Refs.array(mergedNow))
        .update();
  }

  private static SqlArrayValue aliases(Collection<Name> names) {
    return Refs.array(names.stream().map(Name::alias).toList());
  }

  private static SqlArrayValue refs(Collection<Name> names) {
    return Refs.array(names.stream().map(Name::ref).toList());
  }

  private void lock(String function) {
    jdbc.sql("select count(" + function + "(?, 0))").param(NAMES).query(Long.class).single();
  }
}
