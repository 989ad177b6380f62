package dev.portolan.ingestion.descriptor.kubernetes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes entities of workloads. */
public final class Workloads {
  private Workloads() {}

  /**
   * What workloads that are all there is say, one for each entity: those that run the same software
   * in several places are one.
   *
   * @param services by which workloads reach each other
   */
  public static List<Described> describe(
      Collection<Workload> workloads, Collection<Service> services, Naming naming) {
    Map<String, List<Workload>> entities = new TreeMap<>();
    workloads.stream()
        .sorted(Comparator.comparing(Workload::path))
        .forEach(
            each ->
                entities
                    .computeIfAbsent(Identity.of(each, naming).key(), _ -> new ArrayList<>())
                    .add(each));
    Routes routes = new Routes(workloads, services, naming);
    List<Described> described = new ArrayList<>();
    for (List<Workload> each : entities.values()) {
      TreeSet<String> reached = new TreeSet<>();
      each.forEach(workload -> reached.addAll(routes.from(workload)));
      described.add(new WorkloadEntity(each, naming, reached).described());
    }
    return described;
  }
}
