package dev.portolan.ingestion.adapter.ldap;

/** A directory did not tell everything; the message says why, and has no stop at its end. */
final class DirectoryFault extends Exception {
  private static final long serialVersionUID = 1L;

  DirectoryFault(String message) {
    super(message);
  }
}
