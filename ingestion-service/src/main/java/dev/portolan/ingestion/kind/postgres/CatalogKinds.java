package dev.portolan.ingestion.kind.postgres;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.kind.DefinitionFaults;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.SpecFault;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kinds that come with Portolan and those that entities of the kind Kind define, as they were
 * when somebody last looked. Looking costs one number when nothing has changed.
 */
@Component
public class CatalogKinds implements Supplier<Kinds> {
  private static final Logger log = LoggerFactory.getLogger(CatalogKinds.class);

  /** All references of the kind Kind: the semicolon comes next after the colon. */
  private static final String OF_KINDS = "ref >= 'kind:' and ref < 'kind;'";

  private final JdbcClient jdbc;
  private final AtomicReference<Known> known =
      new AtomicReference<>(new Known(-1, Map.of(), Kinds.shipped()));

  CatalogKinds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was found.
   *
   * @param versions of all entities of the kind Kind, added up: it rises with each change, as the
   *     version of an entity survives its deletion
   */
  private record Known(long versions, Map<EntityRef, Defined> defined, Kinds kinds) {}

  /**
   * An entity of the kind Kind.
   *
   * @param version of the entity; 0 when it is not committed
   * @param spec in canonical form
   * @param definition empty when it is no sound one
   */
  private record Defined(long version, String spec, Optional<KindDefinition> definition) {}

  private record Row(EntityRef ref, long version, boolean deleted) {}

  /** The kinds as they were when somebody last looked: seconds ago. */
  @Override
  public Kinds get() {
    return known.get().kinds();
  }

  /** The kinds as they are now, as far as the transaction under way sees. */
  public Kinds refresh() {
    long versions =
        jdbc.sql("select coalesce(sum(version), 0) from entity where " + OF_KINDS)
            .query(Long.class)
            .single();
    if (versions <= known.get().versions()) {
      return get();
    }
    Known read = read(known.get());
    return known
        .accumulateAndGet(read, (one, other) -> other.versions() > one.versions() ? other : one)
        .kinds();
  }

  /**
   * The kinds that there would be if these entities were so.
   *
   * @param entities of the kind Kind
   */
  public Kinds with(Map<EntityRef, Entity> entities) {
    Map<EntityRef, Defined> defined = new HashMap<>(known.get().defined());
    entities.forEach((ref, entity) -> defined.put(ref, defined(0, entity)));
    return kinds(defined);
  }

  private Known read(Known before) {
    List<Row> rows =
        jdbc.sql("select ref, version, deleted from entity where " + OF_KINDS)
            .query(
                (row, _) ->
                    new Row(
                        EntityRef.parse(row.getString("ref")),
                        row.getLong("version"),
                        row.getBoolean("deleted")))
            .list();
    Map<EntityRef, Defined> defined = new HashMap<>();
    for (Row row : rows) {
      if (!row.deleted()) {
        Defined as = before.defined().get(row.ref());
        defined.put(row.ref(), as != null && as.version() == row.version() ? as : defined(row));
      }
    }
    return new Known(rows.stream().mapToLong(Row::version).sum(), defined, kinds(defined));
  }

  private Defined defined(Row row) {
    String event =
        jdbc.sql("select event from entity_version where ref = ? and version = ?")
            .params(row.ref().toString(), row.version())
            .query(String.class)
            .single();
    Defined defined =
        defined(row.version(), Objects.requireNonNull(CanonicalJson.event(event).entity()));
    if (defined.definition().isEmpty()) {
      log.warn("{} is no sound definition: entities of that kind are taken as they are", row.ref());
    }
    return defined;
  }

  private static Defined defined(long version, Entity entity) {
    JsonNode spec = JsonMapper.shared().valueToTree(entity.spec());
    boolean sound =
        Stream.of(
                DefinitionFaults.ofName(entity.name()),
                DefinitionFaults.ofNamespace(entity.namespace()),
                DefinitionFaults.ofSpec(spec).stream().map(SpecFault::message).findFirst())
            .allMatch(Optional::isEmpty);
    return new Defined(
        version,
        CanonicalJson.ofValue(entity.spec()),
        sound
            ? Optional.of(KindDefinition.of(entity.name(), entity.title(), spec))
            : Optional.empty());
  }

  private static Kinds kinds(Map<EntityRef, Defined> defined) {
    Map<String, String> sound = new TreeMap<>();
    defined.forEach(
        (ref, as) -> as.definition().ifPresent(kind -> sound.put(kind.kind(), as.spec())));
    return Kinds.shippedAnd(
        defined.values().stream().map(Defined::definition).flatMap(Optional::stream).toList(),
        CanonicalJson.hash(CanonicalJson.ofValue(sound)));
  }
}
