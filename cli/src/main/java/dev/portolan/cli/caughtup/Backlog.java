package dev.portolan.cli.caughtup;

/**
 * How far a service is behind.
 *
 * @param reader the service
 * @param records that are committed and that it does not show yet
 */
record Backlog(String reader, long records) {
  @Override
  public String toString() {
    return "%s is %,d %s behind".formatted(reader, records, records == 1 ? "record" : "records");
  }
}
