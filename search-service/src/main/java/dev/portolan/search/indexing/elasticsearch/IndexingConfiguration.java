package dev.portolan.search.indexing.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.portolan.search.audit.RollingAudit;
import dev.portolan.search.indexing.RecentDeletions;
import dev.portolan.search.indexing.WriteGate;
import dev.portolan.search.intake.Projection;
import dev.portolan.search.intake.Replay;
import dev.portolan.search.rebuild.LiveProjection;
import dev.portolan.search.rebuild.NextIndex;
import dev.portolan.search.rebuild.Rebuilds;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the indexing together. */
@Configuration(proxyBeanMethods = false)
class IndexingConfiguration {

  @Bean
  IndexDefinition indexDefinition() {
    return IndexDefinition.current();
  }

  @Bean
  EntityIndex entityIndex(
      ElasticsearchClient elasticsearch, IndexProperties properties, IndexDefinition definition) {
    return new EntityIndex(elasticsearch, properties.name(), definition);
  }

  @Bean
  VersionScan liveVersions(ElasticsearchClient elasticsearch, IndexProperties properties) {
    return new VersionScan(elasticsearch, properties.name());
  }

  @Bean
  RollingAudit rollingAudit(
      Replay.Source topic,
      ElasticsearchClient elasticsearch,
      IndexProperties index,
      AuditProperties audit,
      MeterRegistry registry) {
    RollingAudit rolling =
        new RollingAudit(topic, new VersionLookup(elasticsearch, index.name()), audit.period());
    FunctionCounter.builder("portolan.audit.checked", rolling, RollingAudit::checked)
        .description("References of the index that were compared with the topic")
        .register(registry);
    Gauge.builder("portolan.audit.drift", rolling, RollingAudit::drift)
        .description("References that differed from the topic in the last whole round")
        .register(registry);
    return rolling;
  }

  @Bean
  BulkWrites bulkWrites(ElasticsearchClient elasticsearch, MeterRegistry registry) {
    return new BulkWrites(elasticsearch, new IndexMetrics(registry));
  }

  @Bean
  NextIndex nextIndex(
      ElasticsearchClient elasticsearch,
      EntityIndex live,
      IndexDefinition definition,
      BulkWrites writes,
      Clock clock) {
    return new ElasticsearchNextIndex(elasticsearch, live, definition, writes, clock);
  }

  @Bean
  Rebuilds rebuilds(
      NextIndex next, Replay.Source topic, VersionScan live, WriteGate gate, Clock clock) {
    return new Rebuilds(next, topic, live, gate, clock);
  }

  @Bean
  WriteGate writeGate() {
    return new WriteGate();
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
      EntityIndex index,
      BulkWrites writes,
      RecentDeletions deletions,
      TrailingRefresh trailing,
      Clock clock,
      Rebuilds rebuilds,
      WriteGate gate) {
    return new LiveProjection(
        new ElasticsearchProjection(index, writes, deletions, trailing, clock), rebuilds, gate);
  }
}
