package dev.portolan.ingestion.adapter.http;

import java.io.IOException;

/** Why a server's answers could not be read to their end, in a sentence for people. */
final class HttpFault extends IOException {
  private static final long serialVersionUID = 1L;

  HttpFault(String message) {
    super(message);
  }
}
