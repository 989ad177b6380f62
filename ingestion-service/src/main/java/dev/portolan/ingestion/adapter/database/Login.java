package dev.portolan.ingestion.adapter.database;

/**
 * Where a database is, and who we are there.
 *
 * @param tls one of the database's modes
 */
public record Login(
    String host, int port, String database, String user, String password, String tls) {

  /** Without the password, which is in no log. */
  @Override
  public String toString() {
    return "%s at %s:%d/%s".formatted(user, host, port, database);
  }
}
