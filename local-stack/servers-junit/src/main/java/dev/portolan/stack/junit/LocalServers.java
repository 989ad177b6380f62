package dev.portolan.stack.junit;

import dev.portolan.stack.Server;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The servers that a test class talks to.
 *
 * <pre>{@code
 * @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);
 * }</pre>
 *
 * <p>or {@code @ExtendWith(LocalServers.class)} and a parameter of this type. The first test that
 * needs a server starts it; all later ones of the build, in whatever module, find it running. So
 * each test takes a space of its own: a topic, an index, a database by a new name.
 */
public final class LocalServers implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
  private final Set<Server> wanted;
  private final Neo4jForOne neo4jForOne = new Neo4jForOne();

  /** For {@code @ExtendWith}: each server is started when it is first asked for. */
  public LocalServers() {
    this(EnumSet.noneOf(Server.class));
  }

  private LocalServers(Set<Server> wanted) {
    this.wanted = wanted;
  }

  /** Starts these together before the first test of the class. */
  public static LocalServers with(Server... servers) {
    Set<Server> wanted = EnumSet.noneOf(Server.class);
    wanted.addAll(List.of(servers));
    return new LocalServers(wanted);
  }

  /** Bootstrap servers: {@code 127.0.0.1:41234}. */
  public String kafka() {
    return value(Server.KAFKA, "PORTOLAN_KAFKA");
  }

  public String neo4jUri() {
    return value(Server.NEO4J, "PORTOLAN_NEO4J_URI");
  }

  public String neo4jUser() {
    return value(Server.NEO4J, "PORTOLAN_NEO4J_USER");
  }

  public String neo4jPassword() {
    return value(Server.NEO4J, "PORTOLAN_NEO4J_PASSWORD");
  }

  public String elasticsearchUrl() {
    return value(Server.ELASTICSEARCH, "PORTOLAN_ELASTICSEARCH_URL");
  }

  public String postgresHost() {
    return value(Server.POSTGRES, "PORTOLAN_POSTGRES_HOST");
  }

  public int postgresPort() {
    return Integer.parseInt(value(Server.POSTGRES, "PORTOLAN_POSTGRES_PORT"));
  }

  /** A role that owns what {@link #newDatabase} makes and may replicate. */
  public String postgresUser() {
    return value(Server.POSTGRES, "PORTOLAN_POSTGRES_USER");
  }

  public String postgresPassword() {
    return value(Server.POSTGRES, "PORTOLAN_POSTGRES_PASSWORD");
  }

  /** A name that no topic has yet. The topic is not made: the broker makes none by itself. */
  public String newTopicName(String purpose) {
    return NewName.of(purpose, '-');
  }

  /** A name that no index has yet. */
  public String newIndexName(String purpose) {
    return NewName.of(purpose, '-');
  }

  /** Creates a database and answers its name. */
  public String newDatabase(String purpose) {
    String name = NewName.of(purpose, '_');
    PostgresDatabases.create(
        postgresHost(), postgresPort(), postgresUser(), postgresPassword(), name);
    return name;
  }

  /**
   * Deletes every node, and keeps Neo4j to this test class until it ends: the community edition has
   * one database. Constraints and indexes stay, because a service makes them when it starts.
   */
  public LocalServers emptyNeo4j() {
    neo4jForOne.take(TestServers.current().lockFolder());
    Neo4jGraph.empty(neo4jUri(), neo4jUser(), neo4jPassword());
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    environment(wanted);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    neo4jForOne.release();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == LocalServers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return this;
  }

  private String value(Server server, String name) {
    Set<Server> needed = EnumSet.of(server);
    needed.addAll(wanted);
    String value = environment(needed).get(name);
    if (value == null) {
      throw new IllegalStateException(name + " is not among the settings of the test servers");
    }
    return value;
  }

  private static Map<String, String> environment(Set<Server> needed) {
    return needed.isEmpty() ? Map.of() : TestServers.current().environment(needed);
  }
}
