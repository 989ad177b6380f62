package dev.portolan.catalog;

import dev.portolan.catalog.dependency.memory.GraphMemory;
import dev.portolan.catalog.dependency.neo4j.Neo4jDependencyGraph;
import dev.portolan.catalog.dependency.neo4j.Neo4jGraphLoader;
import dev.portolan.catalog.intake.Projection;
import dev.portolan.catalog.intake.ReaderShare;
import dev.portolan.catalog.projection.neo4j.Neo4jProjection;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the graph together: Neo4j, and the memory that follows what is written there. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

  @Bean
  GraphMemory graphMemory(Driver driver) {
    return new GraphMemory(new Neo4jDependencyGraph(driver), new Neo4jGraphLoader(driver));
  }

  @Bean
  Projection projection(Driver driver, GraphMemory memory) {
    return new Neo4jProjection(driver, memory);
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
    };
  }
}
