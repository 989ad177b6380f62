package dev.portolan.gateway.whatif;

/** What the documents are to the source, as ingestion-service writes it. */
public enum WhatIfMode {
  DELTA("delta"),
  FULL("full");

  private final String written;

  WhatIfMode(String written) {
    this.written = written;
  }

  /** As the query of the request has it. */
  public String written() {
    return written;
  }
}
