package dev.portolan.ingestion.history;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entity cannot be brought back so. */
public final class NotRestorableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it cannot. */
  public enum Reason {
    /** It was not deleted. */
    EXISTS,
    /** Nobody ever spoke of it, or not in that version. */
    NEVER_EXISTED,
    /** The version is the deletion itself. */
    NO_STATE,
    /** A purge removed the version. */
    NOT_HELD
  }

  private final Reason reason;
  private final transient List<Long> held;

  private NotRestorableException(Reason reason, String message, List<Long> held) {
    super(message);
    this.reason = reason;
    this.held = held;
  }

  /**
   * Looks for what stands against bringing an entity back.
   *
   * @param newest its newest version; 0 when it never existed
   * @param deleted whether that is a deletion
   * @param wanted the version that is to be brought back; null for the last one before the deletion
   * @return null when nothing does, as far as can be told without looking at the version
   */
  public static @Nullable NotRestorableException of(
      EntityRef ref, long newest, boolean deleted, @Nullable Long wanted) {
    if (newest == 0) {
      return new NotRestorableException(
          Reason.NEVER_EXISTED, "There is no entity " + ref + ", and there never was.", List.of());
    }
    if (!deleted) {
      return new NotRestorableException(
          Reason.EXISTS,
          ref + " exists, in version " + newest + ": only what is deleted can be restored.",
          List.of());
    }
    if (wanted != null && (wanted < 1 || wanted > newest)) {
      return new NotRestorableException(
          Reason.NEVER_EXISTED,
          ref + " never had a version " + wanted + "; it has had versions 1 to " + newest + ".",
          List.of());
    }
    return null;
  }

  /** Of a version that says that the entity was deleted. */
  public static NotRestorableException noState(EntityRef ref, long wanted, List<Long> held) {
    return new NotRestorableException(
        Reason.NO_STATE,
        "Version " + wanted + " of " + ref + " is a deletion, which has no state. " + told(held),
        held);
  }

  /** Of a version that is no more. */
  public static NotRestorableException notHeld(EntityRef ref, long wanted, List<Long> held) {
    return new NotRestorableException(
        Reason.NOT_HELD,
        "Version " + wanted + " of " + ref + " is not held any more. " + told(held),
        held);
  }

  /** Why it cannot. */
  public Reason reason() {
    return reason;
  }

  /** The versions that could be brought back, the newest first. */
  public List<Long> held() {
    return held;
  }

  private static String told(List<Long> held) {
    return held.isEmpty()
        ? "No version with a state is held: push the entity anew."
        : "Held are " + String.join(", ", held.stream().map(String::valueOf).toList()) + ".";
  }
}
