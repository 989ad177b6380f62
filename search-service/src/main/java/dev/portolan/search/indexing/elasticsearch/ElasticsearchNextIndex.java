package dev.portolan.search.indexing.elasticsearch;

import static dev.portolan.search.indexing.elasticsearch.Failures.reaching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.search.rebuild.NextIndex;
import jakarta.json.JsonNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index that is built beside the live one, written under an alias of its own: a bulk request
 * that comes too late makes no index by mistake.
 */
final class ElasticsearchNextIndex implements NextIndex {
  private static final Logger log = LoggerFactory.getLogger(ElasticsearchNextIndex.class);

  /** Where in the mapping's {@code _meta} it stands how far the building is. */
  private static final String REACHED = "reached";

  /** Less than the topic keeps every record, however often its entity changed since. */
  private static final Duration OLDEST = Duration.ofDays(1);

  private final ElasticsearchClient elasticsearch;
  private final EntityIndex live;
  private final IndexDefinition definition;
  private final BulkWrites writes;
  private final Clock clock;
  private final String alias;

  ElasticsearchNextIndex(
      ElasticsearchClient elasticsearch,
      EntityIndex live,
      IndexDefinition definition,
      BulkWrites writes,
      Clock clock) {
    this.elasticsearch = elasticsearch;
    this.live = live;
    this.definition = definition;
    this.writes = writes;
    this.clock = clock;
    this.alias = live.name() + ".next";
  }

  @Override
  public boolean isDue() {
    return live.isOutdated();
  }

  @Override
  public void prepare() {
    NumberedIndices indices = NumberedIndices.of(elasticsearch, live.name());
    for (String index : indices.under(alias)) {
      if (indices.aliases(index).contains(live.name())) {
        // A rebuild took over and ended before it could say so.
        change(List.of(removed(index, alias)));
      } else if (definition.isOf(mapping(index)) && isRecent(index)) {
        log.info("Going on with {}, where its building ended", index);
        return;
      } else {
        NumberedIndices.remove(elasticsearch, index);
      }
    }
    create(indices.next());
  }

  private void create(String index) {
    reaching(
        () ->
            elasticsearch
                .indices()
                .create(
                    create ->
                        create
                            .index(index)
                            .withJson(definition.stream())
                            .aliases(alias, next -> next)));
    log.info("Made the index {} under the alias {}", index, alias);
  }

  @Override
  public Map<Integer, Long> reached() {
    Map<Integer, Long> reached = new HashMap<>();
    JsonData kept = mapping(alias).meta().get(REACHED);
    if (kept != null) {
      kept.toJson()
          .asJsonObject()
          .forEach(
              (partition, offset) ->
                  reached.put(Integer.valueOf(partition), ((JsonNumber) offset).longValue()));
    }
    return reached;
  }

  @Override
  public void keep(Map<Integer, Long> offsets) {
    Map<String, JsonData> meta =
        Map.of(IndexDefinition.MARK, JsonData.of(definition.mark()), REACHED, JsonData.of(offsets));
    reaching(() -> elasticsearch.indices().putMapping(put -> put.index(alias).meta(meta)));
  }

  @Override
  public Map<EntityRef, String> apply(List<EntityChanged> changes) {
    return writes.apply(alias, changes, false);
  }

  @Override
  public Map<String, Long> versions() {
    return new VersionScan(elasticsearch, alias).versions();
  }

  @Override
  public void makeVisible() {
    reaching(() -> elasticsearch.indices().refresh(refresh -> refresh.index(alias)));
  }

  @Override
  public void takeOver(Set<Integer> partitions) {
    NumberedIndices indices = NumberedIndices.of(elasticsearch, live.name());
    List<Action> actions = new ArrayList<>();
    for (String index : indices.under(live.name())) {
      indices.aliases(index).stream()
          .filter(other -> !other.equals(alias))
          .forEach(other -> actions.add(removed(index, other)));
    }
    for (String index : indices.under(alias)) {
      actions.add(added(index, live.name()));
      partitions.forEach(partition -> actions.add(added(index, live.begunAlias(partition))));
    }
    change(actions);
    log.info("{} took the place of {}", indices.under(alias), indices.under(live.name()));
  }

  @Override
  public void removeEarlier() {
    NumberedIndices indices = NumberedIndices.of(elasticsearch, live.name());
    for (String index : indices.under(alias)) {
      change(List.of(removed(index, alias)));
      for (String earlier : indices.before(index)) {
        NumberedIndices.remove(elasticsearch, earlier);
        log.info("Removed the index {}", earlier);
      }
    }
  }

  /** What was deleted long ago may be gone from the topic, and would never be deleted here. */
  private boolean isRecent(String index) {
    IndexState state =
        reaching(() -> elasticsearch.indices().getSettings(get -> get.index(index))).get(index);
    Long made =
        state == null || state.settings() == null || state.settings().index() == null
            ? null
            : state.settings().index().creationDate();
    return made != null && clock.instant().isBefore(Instant.ofEpochMilli(made).plus(OLDEST));
  }

  private TypeMapping mapping(String index) {
    return reaching(() -> elasticsearch.indices().getMapping(get -> get.index(index)))
        .mappings()
        .values()
        .iterator()
        .next()
        .mappings();
  }

  private void change(List<Action> actions) {
    reaching(() -> elasticsearch.indices().updateAliases(update -> update.actions(actions)));
  }

  private static Action added(String index, String alias) {
    return Action.of(action -> action.add(add -> add.index(index).alias(alias)));
  }

  private static Action removed(String index, String alias) {
    return Action.of(action -> action.remove(remove -> remove.index(index).alias(alias)));
  }
}
