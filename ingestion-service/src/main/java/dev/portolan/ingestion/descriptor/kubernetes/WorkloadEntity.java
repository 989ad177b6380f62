package dev.portolan.ingestion.descriptor.kubernetes;

import dev.portolan.events.NamingRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The descriptor of one entity, as its workloads tell it.
 *
 * <p>Of an entity that others describe they say where it runs and whom it reaches, and nothing that
 * its own descriptor says.
 */
final class WorkloadEntity {
  private static final String PART_OF = "app.kubernetes.io/part-of";

  /** Labels that the entity has too, where all its workloads agree. */
  private static final List<String> LABELS =
      List.of("app.kubernetes.io/component", "app.kubernetes.io/version");

  private final List<Workload> workloads;
  private final Naming naming;
  private final Set<String> reached;
  private final Identity identity;
  private final ObjectNode tree = JsonNodeFactory.instance.objectNode();
  private final ObjectNode metadata;
  private final ObjectNode spec;
  private final Map<String, String> origins = new HashMap<>();

  /**
   * Takes the workloads.
   *
   * @param workloads of one entity, at least one, in the order of their paths
   * @param reached references to entities that they reach
   */
  WorkloadEntity(List<Workload> workloads, Naming naming, Set<String> reached) {
    this.workloads = workloads;
    this.naming = naming;
    this.reached = reached;
    this.identity = Identity.of(workloads.getFirst(), naming);
    tree.put("apiVersion", "backstage.io/v1alpha1").put("kind", identity.kind());
    this.metadata = tree.putObject("metadata");
    this.spec = tree.putObject("spec");
  }

  Described described() {
    metadata.put("namespace", identity.namespace()).put("name", identity.name());
    origins.put("/metadata/name", identity.origin());
    boolean isBound = workloads.stream().allMatch(each -> Identity.of(each, naming).isBound());
    if (!isBound) {
      spec.put("type", type());
      first(PART_OF).ifPresent(system -> said("system", system, Identity.label(PART_OF)));
    }
    owner();
    LABELS.forEach(this::label);
    annotation("portolan.dev/cluster", naming.cluster());
    annotation("portolan.dev/cluster-namespaces", joined(Workload::namespace));
    ObjectNode places = spec.putObject("workloads");
    workloads.forEach(each -> places.set(naming.place(each), each.said()));
    if (!reached.isEmpty()) {
      reached.forEach(spec.putObject("relations").putArray("dependsOn")::add);
    }
    return new Described(workloads.stream().map(Workload::path).toList(), isBound, tree, origins);
  }

  /** What serves and has jobs beside is a service. */
  private String type() {
    Set<String> types =
        workloads.stream().map(each -> each.kind().type()).collect(Collectors.toSet());
    return types.contains("service") ? "service" : types.iterator().next();
  }

  private void owner() {
    Optional<String> annotated =
        workloads.stream().flatMap(each -> each.annotation(Identity.OWNER).stream()).findFirst();
    if (annotated.isPresent()) {
      said("owner", annotated.get(), "/metadata/annotations/portolan.dev~1owner");
      return;
    }
    naming
        .ownerLabel()
        .ifPresent(
            label -> first(label).ifPresent(team -> said("owner", team, Identity.label(label))));
  }

  private Optional<String> first(String label) {
    return workloads.stream().flatMap(each -> each.label(label).stream()).findFirst();
  }

  private void said(String field, String value, String origin) {
    spec.put(field, value);
    origins.put("/spec/" + field, origin);
  }

  /** Kubernetes allows values that no label has here; they are left out. */
  private void label(String key) {
    Set<String> values =
        workloads.stream().map(each -> each.label(key).orElse("")).collect(Collectors.toSet());
    String value = values.iterator().next();
    if (values.size() == 1 && NamingRule.NAME.allows(value)) {
      metadata.withObject("/labels").put(key, value);
    }
  }

  private void annotation(String key, String value) {
    if (!value.isEmpty()) {
      metadata.withObject("/annotations").put(key, value);
    }
  }

  private String joined(Function<Workload, String> part) {
    return String.join(
        ",", workloads.stream().map(part).collect(Collectors.toCollection(TreeSet::new)));
  }
}
