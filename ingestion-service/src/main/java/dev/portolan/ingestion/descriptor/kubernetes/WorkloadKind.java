package dev.portolan.ingestion.descriptor.kubernetes;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Resources of Kubernetes that run software and stay. */
public enum WorkloadKind {
  /** Replicas that are all alike. */
  DEPLOYMENT("apps", "v1", "Deployment", "deployments", "service", "/spec/template"),
  /** Replicas with a name and a disk each. */
  STATEFUL_SET("apps", "v1", "StatefulSet", "statefulsets", "service", "/spec/template"),
  /** One replica on every node. */
  DAEMON_SET("apps", "v1", "DaemonSet", "daemonsets", "service", "/spec/template"),
  /** What runs by a schedule. */
  CRON_JOB("batch", "v1", "CronJob", "cronjobs", "job", "/spec/jobTemplate/spec/template"),
  /** What runs to its end; only where nothing else made it. */
  JOB("batch", "v1", "Job", "jobs", "job", "/spec/template"),
  /** A deployment of Argo Rollouts, which not every cluster has. */
  ROLLOUT("argoproj.io", "v1alpha1", "Rollout", "rollouts", "service", "/spec/template");

  private final String group;
  private final String version;
  private final String kind;
  private final String plural;
  private final String type;
  private final String template;

  WorkloadKind(
      String group, String version, String kind, String plural, String type, String template) {
    this.group = group;
    this.version = version;
    this.kind = kind;
    this.plural = plural;
    this.type = type;
    this.template = template;
  }

  /** Of a manifest, in whatever version of its group; empty when it is no workload. */
  static Optional<WorkloadKind> of(JsonNode manifest) {
    String apiVersion = manifest.path("apiVersion").asString("");
    String kind = manifest.path("kind").asString("");
    return Stream.of(values())
        .filter(each -> each.kind.equals(kind) && apiVersion.startsWith(each.group + "/"))
        .findFirst();
  }

  /** The group of its API. */
  public String group() {
    return group;
  }

  /** The version of its API that is asked for. */
  public String version() {
    return version;
  }

  /** As a manifest names it. */
  public String kind() {
    return kind;
  }

  /** As an address of the API names it. */
  public String plural() {
    return plural;
  }

  /** Whether clusters may do without it. */
  public boolean isOptional() {
    return this == ROLLOUT;
  }

  /** The type of a component that is run so. */
  String type() {
    return type;
  }

  /** Where a manifest says what its pods are. */
  JsonPointer template() {
    return JsonPointer.compile(template);
  }
}
