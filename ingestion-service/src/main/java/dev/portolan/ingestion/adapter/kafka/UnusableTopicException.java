package dev.portolan.ingestion.adapter.kafka;

/** A topic cannot be read as a source; the message says which and why. */
final class UnusableTopicException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableTopicException(String message) {
    super(message);
  }
}
