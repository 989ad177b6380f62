package dev.portolan.stack.tests;

import dev.portolan.stack.tests.Notes.NotesOnServer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

record NotesOnNeo4j(String uri, String password) implements NotesOnServer {

  @Override
  public void write(String note) {
    try (Driver driver = driver()) {
      driver
          .executableQuery("CREATE (:Note {text: $text})")
          .withParameters(Map.of("text", note))
          .execute();
    }
  }

  @Override
  public Set<String> all() {
    try (Driver driver = driver()) {
      Set<String> notes = new HashSet<>();
      driver
          .executableQuery("MATCH (n:Note) RETURN n.text")
          .execute()
          .records()
          .forEach(record -> notes.add(record.get(0).asString()));
      return notes;
    }
  }

  private Driver driver() {
    return GraphDatabase.driver(uri, AuthTokens.basic("neo4j", password));
  }
}
