package dev.portolan.gateway.portal.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Changed;
import java.util.List;
import java.util.Map;

/** Says what people say through the portal, and takes it back. */
public final class Portal {
  private final PortalSource source;

  Portal(PortalSource source) {
    this.source = source;
  }

  /** Says a descriptor, in place of what was said of the same entity. */
  public Changed say(Map<String, Object> descriptor) {
    return source.say(List.of(descriptor)).entities().getFirst();
  }

  /**
   * Takes back what was said of an entity.
   *
   * @throws CodedException when nothing was, so that the entity is as it was
   */
  public Changed forget(EntityRef ref) {
    Changed changed = source.retract(ref.kind(), ref.namespace(), ref.name());
    if (changed.isUnchanged()) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          ref
              + " was not saved here, or is forgotten already; what a source describes is removed there.");
    }
    return changed;
  }
}
