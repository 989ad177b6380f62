package dev.portolan.ingestion;

import dev.portolan.events.Entity;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.observation.RelationFields;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Until the reading side is here. */
@Configuration
class Interim {
  @Bean
  DescriptorReader reader() {
    return new DescriptorReader();
  }

  @Bean
  RelationFields relations() {
    return new RelationFields() {
      @Override
      public boolean unite(String kind, String pointer) {
        return false;
      }

      @Override
      public List<Relation> relationsOf(Entity entity) {
        return entity.relations();
      }
    };
  }
}
