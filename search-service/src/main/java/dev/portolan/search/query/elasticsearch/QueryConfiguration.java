package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.portolan.search.indexing.RecentDeletions;
import dev.portolan.search.indexing.elasticsearch.IndexProperties;
import dev.portolan.search.query.Synonyms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the search together. */
@Configuration(proxyBeanMethods = false)
class QueryConfiguration {

  @Bean
  ElasticsearchSearch elasticsearchSearch(
      ElasticsearchClient elasticsearch,
      RecentDeletions deletions,
      IndexProperties index,
      QueryProperties properties) {
    Reading reading = new Reading(elasticsearch);
    return new ElasticsearchSearch(
        reading,
        new VersionWait(reading, deletions, index.name()),
        index.name(),
        Synonyms.of(properties.synonyms()),
        new Neighbourhood(reading, index.name()),
        properties.points().preferences());
  }

  @Bean
  Suggestions suggestions(ElasticsearchClient elasticsearch, IndexProperties index) {
    return new Suggestions(new Reading(elasticsearch), index.name());
  }
}
