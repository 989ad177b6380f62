package dev.portolan.scorecard.intake;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads changes of entities, and refuses those that no projection could apply. */
public final class EntityChangeFormat implements ChangeFormat<EntityChanged> {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public EntityChanged read(byte[] value) {
    try {
      return checked(JSON.readValue(value, EntityChanged.class));
    } catch (JacksonException e) {
      throw new UnreadableChangeException("is not an entity change: " + e.getOriginalMessage(), e);
    } catch (UnreadableChangeException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever it is, it is the record's fault: thrown on, it would stop the stream.
      throw new UnreadableChangeException("is not an entity change: " + e.getMessage(), e);
    }
  }

  @Override
  public String key(EntityChanged change) {
    return change.ref().toString();
  }

  @Override
  public long version(EntityChanged change) {
    return change.version();
  }

  @Override
  public Instant committedAt(EntityChanged change) {
    return change.committedAt();
  }

  /** The wire may leave out what the record's types promise. */
  private static EntityChanged checked(@Nullable EntityChanged change) {
    if (change == null) {
      throw new UnreadableChangeException("is the JSON value null");
    }
    require(change.ref(), "ref");
    require(change.change(), "change");
    require(change.committedAt(), "committedAt");
    Entity entity = change.entity();
    if (entity != null) {
      check(change.ref(), entity);
    }
    return change;
  }

  private static void check(EntityRef ref, Entity entity) {
    require(entity.kind(), "the entity's kind");
    require(entity.namespace(), "the entity's namespace");
    require(entity.name(), "the entity's name");
    if (!entity.ref().equals(ref)) {
      throw new UnreadableChangeException("is about " + ref + " and carries " + entity.ref());
    }
    entity.links().forEach(link -> require(link, "a link"));
    for (Relation relation : entity.relations()) {
      require(relation, "a relation");
      require(relation.type(), "a relation's type");
      require(relation.target(), "a relation's target");
    }
  }

  private static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new UnreadableChangeException("lacks " + name);
    }
  }
}
