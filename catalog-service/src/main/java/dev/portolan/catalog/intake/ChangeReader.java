package dev.portolan.catalog.intake;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the value of a record, and refuses one that no projection could apply. */
final class ChangeReader {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ChangeReader() {}

  /**
   * Reads one change.
   *
   * @throws UnreadableChangeException when the bytes are no change; its message is the reason
   */
  static EntityChanged read(byte[] value) {
    try {
      return checked(JSON.readValue(value, EntityChanged.class));
    } catch (JacksonException e) {
      throw new UnreadableChangeException("is not an entity change: " + e.getOriginalMessage(), e);
    } catch (UnreadableChangeException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever reading stumbles over: if it left here, the record would be tried for ever.
      throw new UnreadableChangeException("is not an entity change: " + e.getMessage(), e);
    }
  }

  /** The wire may leave out what the record's types promise. */
  private static EntityChanged checked(@Nullable EntityChanged change) {
    if (change == null) {
      throw new UnreadableChangeException("is the JSON value null");
    }
    require(change.ref(), "ref");
    require(change.change(), "change");
    require(change.committedAt(), "committedAt");
    if (change.entity() != null) {
      check(change.entity(), change.ref());
    }
    return change;
  }

  private static void check(Entity entity, EntityRef ref) {
    require(entity.kind(), "the entity's kind");
    require(entity.namespace(), "the entity's namespace");
    require(entity.name(), "the entity's name");
    if (!entity.ref().equals(ref)) {
      throw new UnreadableChangeException("is about " + ref + " and carries " + entity.ref());
    }
    for (Relation relation : entity.relations()) {
      require(relation, "one of the relations: it is null");
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
