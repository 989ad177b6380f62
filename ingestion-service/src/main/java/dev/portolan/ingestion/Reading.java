package dev.portolan.ingestion;

import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.kind.postgres.CatalogKinds;
import dev.portolan.ingestion.observation.KindRelations;
import dev.portolan.ingestion.observation.RelationFields;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the reading of descriptors and the merge one and the same set of kinds. */
@Configuration(proxyBeanMethods = false)
class Reading {
  @Bean
  DescriptorReader descriptorReader(CatalogKinds kinds) {
    return new DescriptorReader(kinds);
  }

  @Bean
  RelationFields relationFields(CatalogKinds kinds) {
    return new KindRelations(kinds);
  }
}
