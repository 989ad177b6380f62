package dev.portolan.search.indexing.elasticsearch;

import static dev.portolan.search.indexing.elasticsearch.Failures.reaching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import dev.portolan.search.intake.Beginnings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index behind its alias.
 *
 * <p>Documents are written and searched under the alias; the index behind it carries a number, so
 * that another mapping can be built beside it and take its place.
 */
final class EntityIndex implements Beginnings {
  private static final Logger log = LoggerFactory.getLogger(EntityIndex.class);

  private final ElasticsearchClient elasticsearch;
  private final String name;
  private final IndexDefinition definition;

  EntityIndex(ElasticsearchClient elasticsearch, String name, IndexDefinition definition) {
    this.elasticsearch = elasticsearch;
    this.name = name;
    this.definition = definition;
  }

  /** The alias. */
  String name() {
    return name;
  }

  /** Makes the index and its alias unless the alias is there. */
  void create() {
    if (reaching(() -> elasticsearch.indices().existsAlias(alias -> alias.name(name)).value())) {
      return;
    }
    String first = NumberedIndices.of(elasticsearch, name).next();
    try {
      reaching(
          () ->
              elasticsearch
                  .indices()
                  .create(
                      index ->
                          index
                              .index(first)
                              .withJson(definition.stream())
                              .aliases(name, alias -> alias)));
      log.info("Made the index {} behind the alias {}", first, name);
    } catch (ElasticsearchException e) {
      // Another instance was faster.
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
    }
  }

  /**
   * Whether the index was made by another definition than today's: it may refuse today's documents.
   */
  boolean isOutdated() {
    return reaching(() -> elasticsearch.indices().getMapping(get -> get.index(name)))
        .mappings()
        .values()
        .stream()
        .anyMatch(index -> !definition.isOf(index.mappings()));
  }

  void refresh() {
    reaching(() -> elasticsearch.indices().refresh(refresh -> refresh.index(name)));
  }

  /**
   * Kept as one more alias for each partition: aliases live and die with the index, and two
   * instances that add one at the same time both do, where a common list would lose one's.
   */
  @Override
  public Set<Integer> begun() {
    Set<Integer> begun = new TreeSet<>();
    behind()
        .values()
        .forEach(
            index ->
                index.aliases().keySet().stream()
                    .filter(alias -> alias.startsWith(begunPrefix()))
                    .map(alias -> Integer.valueOf(alias.substring(begunPrefix().length())))
                    .forEach(begun::add));
    return begun;
  }

  @Override
  public void begin(Set<Integer> partitions) {
    List<String> indices = List.copyOf(behind().keySet());
    List<String> aliases = partitions.stream().map(this::begunAlias).toList();
    reaching(
        () ->
            elasticsearch
                .indices()
                .updateAliases(
                    update ->
                        update.actions(
                            action -> action.add(add -> add.indices(indices).aliases(aliases)))));
  }

  /** The alias that says of an index that it was given a partition from its beginning. */
  String begunAlias(int partition) {
    return begunPrefix() + partition;
  }

  private String begunPrefix() {
    return name + ".begun.";
  }

  /** The index behind the alias, with all its aliases. */
  private Map<String, IndexAliases> behind() {
    return reaching(() -> elasticsearch.indices().getAlias(get -> get.index(name))).aliases();
  }
}
