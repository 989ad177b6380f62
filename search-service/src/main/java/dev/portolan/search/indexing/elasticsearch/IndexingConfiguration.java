package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.portolan.search.indexing.HeldVersions;
import dev.portolan.search.indexing.RecentDeletions;
import dev.portolan.search.intake.Projection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the indexing together. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {

  @Bean
  EntityIndex entityIndex(ElasticsearchClient elasticsearch, IndexProperties properties) {
    return new EntityIndex(elasticsearch, properties.name());
  }

  @Bean
  HeldVersions heldVersions(ElasticsearchClient elasticsearch, EntityIndex index) {
    return new VersionScan(elasticsearch, index);
  }

  @Bean
  RecentDeletions recentDeletions() {
    return new RecentDeletions();
  }

  @Bean
  TrailingRefresh trailingRefresh(EntityIndex index) {
    return new TrailingRefresh(index::refresh);
  }

  @Bean
  Projection projection(
      ElasticsearchClient elasticsearch,
      EntityIndex index,
      RecentDeletions deletions,
      TrailingRefresh trailing,
      MeterRegistry registry,
      Clock clock) {
    return new ElasticsearchProjection(
        elasticsearch, index, deletions, new IndexMetrics(registry), trailing, clock);
  }
}
