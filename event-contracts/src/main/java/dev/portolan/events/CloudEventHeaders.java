package dev.portolan.events;

/** The Kafka headers of every event: the attributes of CloudEvents 1.0 in their Kafka binding. */
public final class CloudEventHeaders {
  /** Unique for each event of a source; the same when an event is sent again. */
  public static final String ID = "ce_id";

  /** Who says it, such as {@code /portolan/ingestion-service}. */
  public static final String SOURCE = "ce_source";

  /** The version of the CloudEvents specification. */
  public static final String SPEC_VERSION = "ce_specversion";

  /** What sort of event it is, such as {@link EntityChanged#TYPE}. */
  public static final String TYPE = "ce_type";

  /** What it is about: the entity's reference. */
  public static final String SUBJECT = "ce_subject";

  /** When it was committed, as RFC 3339. */
  public static final String TIME = "ce_time";

  /** The form of the value, {@code application/json}; absent from a tombstone, which has none. */
  public static final String CONTENT_TYPE = "content-type";

  /** The W3C trace context of the request that caused it; absent where there was no trace. */
  public static final String TRACE_PARENT = "traceparent";

  private CloudEventHeaders() {}
}
