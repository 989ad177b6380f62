package dev.portolan.ingestion.descriptor.kubernetes;

import dev.portolan.events.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which entities workloads reach through the services that their environment names. */
final class Routes {
  private final Map<String, List<Workload>> workloads;
  private final Map<String, List<Service>> services;
  private final Naming naming;
  private final Map<Service, Set<String>> behind = new HashMap<>();

  Routes(Collection<Workload> workloads, Collection<Service> services, Naming naming) {
    this.workloads = workloads.stream().collect(Collectors.groupingBy(Workload::namespace));
    this.services = services.stream().collect(Collectors.groupingBy(Service::name));
    this.naming = naming;
  }

  /** References to what a workload reaches, but to itself. */
  Set<String> from(Workload workload) {
    Set<String> reached =
        workload.hosts().stream()
            .flatMap(host -> called(host, workload.namespace()).stream())
            .flatMap(service -> behind(service).stream())
            .collect(Collectors.toSet());
    Identity.of(workload, naming).ref().map(EntityRef::toString).ifPresent(reached::remove);
    return reached;
  }

  private Optional<Service> called(String host, String fromNamespace) {
    int dot = host.indexOf('.');
    return services.getOrDefault(dot < 0 ? host : host.substring(0, dot), List.of()).stream()
        .filter(service -> service.isReachedBy(host, fromNamespace))
        .findFirst();
  }

  private Set<String> behind(Service service) {
    return behind.computeIfAbsent(
        service,
        _ ->
            workloads.getOrDefault(service.namespace(), List.of()).stream()
                .filter(service::selects)
                .flatMap(workload -> Identity.of(workload, naming).ref().stream())
                .map(EntityRef::toString)
                .collect(Collectors.toSet()));
  }
}
