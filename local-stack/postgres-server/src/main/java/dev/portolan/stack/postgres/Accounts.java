package dev.portolan.stack.postgres;

import java.util.List;

/** The role and the databases of Portolan, as statements that may be repeated at every start. */
record Accounts(List<String> statements) {

  static Accounts withPassword(String password) {
    if (password.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "PORTOLAN_POSTGRES_PASSWORD holds a control character, such as a line break.");
    }
    String literal = "'" + password.replace("'", "''") + "'";
    return new Accounts(
        List.of(
            "CREATE ROLE portolan",
            "ALTER ROLE portolan LOGIN CREATEDB REPLICATION PASSWORD " + literal,
            "CREATE DATABASE portolan_ingestion OWNER portolan",
            "CREATE DATABASE portolan_scorecard OWNER portolan"));
  }

  /** One statement per line, as single-user mode reads them. */
  String script() {
    return String.join("\n", statements) + "\n";
  }

  @Override
  public String toString() {
    return "Accounts[" + statements.size() + " statements]";
  }
}
