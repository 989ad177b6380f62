package dev.portolan.stack.tests;

import dev.portolan.stack.Server;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Short texts that are written to every server, acknowledged, and looked for again. */
record Notes(Map<String, String> environment) {

  void writeEverywhere(String note) throws Exception {
    for (Server server : Server.values()) {
      on(server).write(note);
    }
  }

  NotesOnServer on(Server server) {
    return switch (server) {
      case KAFKA -> new NotesOnKafka(setting("PORTOLAN_KAFKA"));
      case NEO4J ->
          new NotesOnNeo4j(setting("PORTOLAN_NEO4J_URI"), setting("PORTOLAN_NEO4J_PASSWORD"));
      case ELASTICSEARCH -> new NotesOnElasticsearch(setting("PORTOLAN_ELASTICSEARCH_URL"));
      case POSTGRES ->
          new NotesOnPostgres(
              Integer.parseInt(setting("PORTOLAN_POSTGRES_PORT")),
              setting("PORTOLAN_POSTGRES_PASSWORD"));
    };
  }

  private String setting(String name) {
    return Objects.requireNonNull(environment.get(name), name);
  }

  /** One server's notes. */
  interface NotesOnServer {
    /** Returns when the server has acknowledged it. */
    void write(String note) throws Exception;

    Set<String> all() throws Exception;
  }
}
