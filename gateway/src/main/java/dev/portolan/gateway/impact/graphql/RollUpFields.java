package dev.portolan.gateway.impact.graphql;

import static java.util.Objects.requireNonNull;

import dev.portolan.gateway.impact.RollUp;
import dev.portolan.gateway.impact.RolledUp;
import dev.portolan.gateway.impact.RolledUp.Counts;
import dev.portolan.gateway.impact.RolledUp.KeyCount;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** The fields that count: the same for an impact and for what changes would reach. */
@Configuration(proxyBeanMethods = false)
class RollUpFields {
  private static final Counts NOTHING = new Counts(0, List.of());

  @Bean
  RuntimeWiringConfigurer countsByKey() {
    return wiring ->
        wiring.type("Impact", RollUpFields::all).type("WhatIfImpact", RollUpFields::all);
  }

  private static TypeRuntimeWiring.Builder all(TypeRuntimeWiring.Builder impact) {
    for (RollUp rollUp : RollUp.values()) {
      impact.dataFetcher(rollUp.field(), asked -> first(counts(asked, rollUp), asked));
    }
    return impact.dataFetcher("distinct", RollUpFields::distinct);
  }

  private static int distinct(DataFetchingEnvironment asked) {
    return counts(asked, RollUp.valueOf(asked.getArgumentOrDefault("of", ""))).distinct();
  }

  private static List<KeyCount> first(Counts rolledUp, DataFetchingEnvironment asked) {
    int first = asked.getArgumentOrDefault("first", 0);
    List<KeyCount> counts = rolledUp.counts();
    return counts.subList(0, Math.min(first, counts.size()));
  }

  private static Counts counts(DataFetchingEnvironment asked, RollUp rollUp) {
    RolledUp impact = requireNonNull(asked.getSource());
    return impact.by().getOrDefault(rollUp, NOTHING);
  }
}
