package dev.portolan.events;

/** The Kafka headers that a record gains when a reader sets it aside; it keeps those it had. */
public final class DeadLetterHeaders {
  /** Why the reader could not apply it, in words. */
  public static final String REASON = "portolan_reason";

  /** The topic on which it stood. */
  public static final String TOPIC = "portolan_topic";

  /** The partition on which it stood, in decimal digits. */
  public static final String PARTITION = "portolan_partition";

  /** The offset at which it stood, in decimal digits. */
  public static final String OFFSET = "portolan_offset";

  private DeadLetterHeaders() {}
}
