package dev.portolan.search.audit;

/** A second audit was asked for. */
public final class AuditRunsException extends RuntimeException {
  AuditRunsException() {
    super("An audit of the index is running already; ask again when it is done");
  }
}
