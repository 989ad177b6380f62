package dev.portolan.scorecard.intake;

import dev.portolan.events.FactChanged;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads changes of facts, and refuses those that no projection could apply. */
public final class FactChangeFormat implements ChangeFormat<FactChanged> {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Override
  public FactChanged read(byte[] value) {
    try {
      return checked(JSON.readValue(value, FactChanged.class));
    } catch (JacksonException e) {
      throw new UnreadableChangeException("is not a fact change: " + e.getOriginalMessage(), e);
    } catch (UnreadableChangeException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever it is, it is the record's fault: thrown on, it would stop the stream.
      throw new UnreadableChangeException("is not a fact change: " + e.getMessage(), e);
    }
  }

  /** The wire may leave out what the record's type promises. */
  private static FactChanged checked(@Nullable FactChanged change) {
    if (change == null) {
      throw new UnreadableChangeException("is the JSON value null");
    }
    require(change.entity(), "entity");
    require(change.source(), "source");
    require(change.observedAt(), "observedAt");
    require(change.committedAt(), "committedAt");
    return change;
  }

  private static void require(@Nullable Object value, String name) {
    if (value == null) {
      throw new UnreadableChangeException("lacks " + name);
    }
  }

  @Override
  public String key(FactChanged change) {
    return change.key();
  }

  @Override
  public long version(FactChanged change) {
    return change.version();
  }

  @Override
  public Instant committedAt(FactChanged change) {
    return change.committedAt();
  }
}
