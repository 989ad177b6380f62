package dev.portolan.ingestion.sync;

/** How far a sync has come. */
public enum SyncStatus {
  /** It is being read, or waits for its next part. */
  RUNNING,
  /** All that it says has been taken. */
  DONE,
  /** It would retract so much that it waits for a person. */
  HELD,
  /** It ended before its time; what it had taken until then stays. */
  FAILED,
  /** A person, or a later full sync, decided that it retracts nothing. */
  REJECTED
}
