package dev.portolan.ingestion.adapter.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.database.mysql.Mysql;
import dev.portolan.ingestion.adapter.database.postgres.Postgres;
import dev.portolan.ingestion.adapter.network.AllowedHosts;
import dev.portolan.ingestion.adapter.network.Secrets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source in a database may say. */
class DatabaseSourceTest {
  private static final String OUTSIDE = "postgresql://203.0.113.7/cmdb";
  private static final String INSIDE = "postgresql://10.0.0.7:6432/cmdb";

  private final DatabaseSettings settings =
      new DatabaseSettings(
          AllowedHosts.of(
              AllowedHosts.Settings.DATABASES,
              List.of("10.0.0.7"),
              List.of("PORTOLAN_DATABASE_CMDB=10.0.0.7:6432", "PORTOLAN_DATABASE_FAR=203.0.113.7")),
          new Secrets(Secrets.Family.DATABASE, _ -> "hush", null));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://cmdb.example.com/cmdb",
        "mysql://cmdb.example.com/cmdb",
        "postgresql://cmdb.example.com",
        "postgresql://cmdb.example.com/",
        "postgresql://cmdb.example.com/cmdb?socketFactory=evil",
        "postgresql://sam:hush@cmdb.example.com/cmdb",
        "postgresql://cmdb.example.com/cmdb/more",
        "postgresql://cmdb example/cmdb"
      })
  void anAddressThatCouldTellTheDriverMoreThanWhereIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> postgres(source(url)))
        .isInstanceOf(InvalidConfigurationException.class)
        .hasMessageContaining("postgresql://host:port/database")
        .hasMessageNotContaining("hush");
  }

  @ParameterizedTest
  @CsvSource({
    "secret, PORTOLAN_POSTGRES_PASSWORD, PORTOLAN_DATABASE_",
    "sslmode, allow, verify-full",
    "follow, perhaps, true or false",
    "tables, services, a list of 1 to 50",
    "schema, public, There is no 'schema'"
  })
  void whatCannotBeMeantIsRefusedWithTheWayOut(String key, String value, String way) {
    Map<String, Object> configuration = source(INSIDE);
    configuration.put(key, value);

    assertThatThrownBy(() -> postgres(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class, e -> assertThat(e.key()).isEqualTo(key))
        .hasMessageContaining(way);
  }

  @Test
  void aTableIsSaidOnceAndAsATable() {
    Map<String, Object> twice = source(INSIDE);
    twice.put("tables", List.of(table("services"), table("public.services")));
    Map<String, Object> strange = source(INSIDE);
    strange.put("tables", List.of(table("services; drop table services")));

    assertThatThrownBy(() -> postgres(twice)).hasMessageContaining("listed twice");
    assertThatThrownBy(() -> postgres(strange)).hasMessageContaining("public.services");
  }

  @Test
  void aProgramThatDoesNotCompileIsToldWithItsTable() {
    Map<String, Object> configuration = source(INSIDE);
    configuration.put(
        "tables",
        List.of(
            Map.of(
                "table",
                "services",
                "mapping",
                List.of(Map.of("entity", Map.of("kind", ".a | | .b"))))));

    assertThatThrownBy(() -> postgres(configuration))
        .isInstanceOfSatisfying(
            InvalidConfigurationException.class,
            e -> assertThat(e.key()).isEqualTo("tables/0/mapping/0/entity/kind"));
  }

  @Test
  void onlyAHostInsideMayBeAskedWithoutProofOfWhoItIs() {
    Map<String, Object> outside = source(OUTSIDE);
    outside.put("secret", "PORTOLAN_DATABASE_FAR");
    assertThat(login(outside).tls()).isEqualTo("verify-full");
    assertThat(login(source(INSIDE)).tls()).isEqualTo("prefer");

    outside.put("sslmode", "require");
    assertThatThrownBy(() -> login(outside))
        .hasMessageContaining("verify-full")
        .hasMessageContaining("PORTOLAN_DATABASE_INSIDE_HOSTS");
  }

  @Test
  void aDatabaseIsLoggedInAtByItsOwnDefaults() {
    Map<String, Object> mysql = source("mysql://203.0.113.7/cmdb");
    mysql.put("secret", "PORTOLAN_DATABASE_FAR");
    DatabaseSource source = DatabaseSource.of(mysql, new Mysql());

    assertThat(source.tables()).containsOnlyKeys(new TableName("cmdb", "services"));
    assertThat(settings.login(source, new Mysql()))
        .isEqualTo(new Login("203.0.113.7", 3306, "cmdb", "portolan", "hush", "verify_identity"))
        .hasToString("portolan at 203.0.113.7:3306/cmdb");
    assertThatThrownBy(() -> postgres(mysql)).hasMessageContaining("postgresql://");
  }

  @Test
  void aPasswordGoesToItsOwnHostAndPort() {
    assertThatThrownBy(() -> login(source("postgresql://10.0.0.7/cmdb")))
        .hasMessageContaining("for 10.0.0.7:6432 only");
    assertThatThrownBy(() -> login(source("postgresql://127.0.0.1:6432/cmdb")))
        .hasMessageContaining("none of the public network");
  }

  private Login login(Map<String, Object> configuration) {
    return settings.login(postgres(configuration), new Postgres());
  }

  private static DatabaseSource postgres(Map<String, Object> configuration) {
    return DatabaseSource.of(configuration, new Postgres());
  }

  private static Map<String, Object> source(String url) {
    Map<String, Object> configuration = new HashMap<>();
    configuration.put("url", url);
    configuration.put("user", "portolan");
    configuration.put("secret", "PORTOLAN_DATABASE_CMDB");
    configuration.put("tables", List.of(table("services")));
    return configuration;
  }

  private static Map<String, Object> table(String name) {
    return Map.of(
        "table",
        name,
        "mapping",
        List.of(
            Map.of(
                "entity", Map.of("kind", "\"Component\"", "metadata", Map.of("name", ".name")))));
  }
}
