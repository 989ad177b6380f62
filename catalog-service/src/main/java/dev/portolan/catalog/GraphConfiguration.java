package dev.portolan.catalog;

import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.ImpactAnalysis;
import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.neo4j.Neo4jDependencyGraph;
import dev.portolan.catalog.dependency.neo4j.Neo4jGraphLoader;
import dev.portolan.catalog.dependency.past.History;
import dev.portolan.catalog.dependency.past.PastGraphs;
import dev.portolan.catalog.intake.IntakeProgress;
import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.Projection;
import dev.portolan.catalog.intake.ReaderShare;
import dev.portolan.catalog.intake.Replay;
import dev.portolan.catalog.intake.Shown;
import dev.portolan.catalog.neo4j.LiveGeneration;
import dev.portolan.catalog.neo4j.Reads;
import dev.portolan.catalog.projection.neo4j.Neo4jPositions;
import dev.portolan.catalog.projection.neo4j.Neo4jProjection;
import dev.portolan.catalog.projection.neo4j.Neo4jSchema;
import dev.portolan.catalog.rebuild.Rebuilds;
import dev.portolan.catalog.rebuild.neo4j.Neo4jNextGraph;
import dev.portolan.catalog.rebuild.neo4j.Neo4jRebuildDesk;
import dev.portolan.catalog.version.Versions;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Logging;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the graph together: Neo4j, and the memory that follows what is written there. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

  /**
   * The driver's own default writes every parameter of every query into a text that nobody reads,
   * whatever the level is; that was a fifth of this service's time in a load. Deprecated since 6,
   * and in 6.2 still the only way around that.
   */
  @Bean
  @SuppressWarnings("deprecation")
  ConfigBuilderCustomizer quietDriver() {
    return config -> config.withLogging(Logging.slf4j());
  }

  @Bean
  GraphMemory graphMemory(Driver driver, Reads reads) {
    return new GraphMemory(new Neo4jDependencyGraph(reads), new Neo4jGraphLoader(driver));
  }

  @Bean
  LiveGeneration liveGeneration(Driver driver) {
    return new LiveGeneration(driver);
  }

  @Bean
  Reads reads(Driver driver, LiveGeneration live) {
    return new Reads(driver, live);
  }

  @Bean
  Neo4jSchema schema(Driver driver) {
    return new Neo4jSchema(driver);
  }

  @Bean
  Projection projection(Driver driver, Neo4jSchema schema, GraphMemory memory) {
    return new Neo4jProjection(driver, schema, memory);
  }

  @Bean
  Positions positions(Driver driver, Reads reads, Neo4jSchema schema) {
    return new Neo4jPositions(driver, reads, schema);
  }

  /** Neo4j holds a batch before the memory does, and it is the memory that answers. */
  @Bean
  Shown shown(GraphMemory memory) {
    return () -> memory.read(GraphView::position);
  }

  /** The memory says it without a question to Neo4j, as soon as Neo4j would. */
  @Bean
  Versions versions(GraphMemory memory) {
    return new ImpactAnalysis(memory)::hasReached;
  }

  @Bean
  PastGraphs pastGraphs(GraphMemory memory, History history, IntakeProgress progress) {
    return new PastGraphs(memory, history, progress, InstantSource.system());
  }

  /** Only who writes alone knows all that is written. */
  @Bean
  ReaderShare fillMemoryWhileSole(GraphMemory memory) {
    return new ReaderShare() {
      @Override
      public void isSole() {
        memory.fill();
      }

      @Override
      public void isShared() {
        memory.empty();
      }

      @Override
      public void isIdle() {
        memory.refill();
      }

      @Override
      public void storeWasLost() {
        memory.lostTrack();
      }
    };
  }

  @Bean
  Neo4jRebuildDesk rebuildDesk(Driver driver, Neo4jSchema schema) {
    return new Neo4jRebuildDesk(driver, schema);
  }

  /** A question that began before the switch is answered before the graph it asks goes. */
  @Bean
  Rebuilds rebuilds(
      Driver driver,
      LiveGeneration live,
      GraphMemory memory,
      Replay.Source topic,
      Positions positions,
      Neo4jRebuildDesk desk,
      Clock clock,
      @Value("${portolan.rebuild.grace:}") @Nullable Duration shorter) {
    Duration grace = shorter == null ? Reads.LIMIT.plusSeconds(5) : shorter;
    return new Rebuilds(
        by -> new Neo4jNextGraph(driver, live, memory, by), topic, positions, desk, clock, grace);
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> clearUpBehindRebuilds(Rebuilds rebuilds) {
    return ready -> rebuilds.clearUp();
  }
}
