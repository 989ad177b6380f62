package dev.portolan.ingestion.following.postgres;

import dev.portolan.ingestion.following.Followed;
import dev.portolan.ingestion.source.Following;
import dev.portolan.ingestion.source.Following.State;
import dev.portolan.ingestion.sync.postgres.Instance;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who follows which source, and how far that has come. */
@Component
public class FollowingTable {
  private static final TypeReference<Map<String, Object>> CONFIGURATION = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper mapper;
  private final Instance instance;

  FollowingTable(JdbcClient jdbc, JsonMapper mapper, Instance instance) {
    this.jdbc = jdbc;
    this.mapper = mapper;
    this.instance = instance;
  }

  /** Whether this instance follows the source from now on: nobody does, or who did is gone. */
  public boolean claim(String source) {
    return jdbc.sql(
                """
            insert into following as f (source, instance) values (:source, :own)
            on conflict (source) do update set instance = :own
            where case when f.instance = :own then true
                       else pg_try_advisory_xact_lock(:lock, f.instance) end
            """)
            .param("source", source)
            .param("own", instance.number())
            .param("lock", Instance.LOCK)
            .update()
        == 1;
  }

  /** Whether this instance still follows the source. */
  public boolean isOurs(String source) {
    return jdbc.sql("select count(*) from following where source = ? and instance = ?")
            .params(source, instance.number())
            .query(Integer.class)
            .single()
        == 1;
  }

  /** All sources that are followed or were. */
  public List<String> sources() {
    return jdbc.sql("select source from following order by source")
        .query((row, _) -> row.getString("source"))
        .list();
  }

  /** How the source is followed, if it is. */
  public Optional<Followed> followed(String source) {
    return jdbc.sql(
            "select adapter, configuration from following where source = ? and adapter is not null")
        .param(source)
        .query(
            (row, _) ->
                new Followed(
                    row.getString("adapter"),
                    mapper.readValue(row.getString("configuration"), CONFIGURATION)))
        .optional();
  }

  /** The source is followed so from now on. */
  public void follow(String source, Followed how) {
    jdbc.sql(
            "update following set adapter = ?, configuration = ?::json, read_whole = false where source = ?")
        .params(how.adapter(), mapper.writeValueAsString(how.configuration()), source)
        .update();
  }

  /** How these sources are followed, those that are. */
  public Map<String, Following> of(Collection<String> sources) {
    Map<String, Following> following = new HashMap<>();
    jdbc.sql("select source, read_whole, problem, since from following where source = any(?)")
        .param(new SqlArrayValue("text", sources.toArray()))
        .query(
            row -> {
              String problem = row.getString("problem");
              State state =
                  problem != null
                      ? State.FAILING
                      : row.getBoolean("read_whole") ? State.FOLLOWING : State.STARTING;
              following.put(
                  row.getString("source"),
                  new Following(state, row.getTimestamp("since").toInstant(), problem));
            });
    return following;
  }

  /** Whether the source was read whole since its changes are heard. */
  public boolean isReadWhole(String source) {
    return jdbc.sql("select read_whole from following where source = ?")
        .param(source)
        .query(Boolean.class)
        .single();
  }

  /** Keeps whether the source was read whole since its changes are heard. */
  public void readWhole(String source, boolean read) {
    jdbc.sql("update following set read_whole = ? where source = ?").params(read, source).update();
  }

  /** Keeps why the source cannot be followed; null: it is. */
  public void problem(String source, @Nullable String problem) {
    jdbc.sql(
            """
            update following set problem = :problem, since = now()
            where source = :source and problem is distinct from :problem
            """)
        .param("problem", problem)
        .param("source", source)
        .update();
  }

  /** The source is followed no more. */
  public void forget(String source) {
    jdbc.sql("delete from item_entity where source = ?").param(source).update();
    jdbc.sql("delete from following where source = ?").param(source).update();
  }
}
