package dev.portolan.ingestion.descriptor.kubernetes;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which entity a workload is, or speaks about.
 *
 * @param isBound whether it speaks about an entity that others describe
 * @param origin where in the manifest the name stands, as a JSON pointer
 */
record Identity(String kind, String namespace, String name, boolean isBound, String origin) {
  /** The annotation that names an entity. */
  static final String REF = "portolan.dev/ref";

  /** The annotation that names who owns it. */
  static final String OWNER = "portolan.dev/owner";

  private static final String COMPONENT = "Component";

  /** How descriptors write kinds, where references write them in lower case. */
  private static final List<String> SHIPPED =
      List.of(COMPONENT, "API", "Resource", "System", "Domain", "Group", "User");

  private static final String BACKSTAGE = "backstage.io/kubernetes-id";
  private static final String NAME = "app.kubernetes.io/name";
  private static final String INSTANCE = "app.kubernetes.io/instance";

  static Identity of(Workload workload, Naming naming) {
    String namespace = naming.namespaceOf(workload);
    Optional<String> ref = workload.annotation(REF);
    if (ref.isPresent()) {
      return bound(ref.get(), namespace);
    }
    Optional<Identity> backstage =
        workload
            .label(BACKSTAGE)
            .map(id -> new Identity(COMPONENT, namespace, id, true, label(BACKSTAGE)));
    return backstage
        .or(() -> own(workload, namespace, NAME))
        .or(() -> own(workload, namespace, INSTANCE))
        .orElseGet(
            () -> new Identity(COMPONENT, namespace, workload.name(), false, "/metadata/name"));
  }

  private static Optional<Identity> own(Workload workload, String namespace, String label) {
    return workload
        .label(label)
        .map(name -> new Identity(COMPONENT, namespace, name, false, label(label)));
  }

  /** What is no reference is no name either, and is told as that, with its place. */
  private static Identity bound(String text, String namespace) {
    String origin = "/metadata/annotations/portolan.dev~1ref";
    try {
      EntityRef ref = EntityRef.parse(text, COMPONENT, namespace);
      String kind =
          SHIPPED.stream().filter(ref.kind()::equalsIgnoreCase).findFirst().orElse(ref.kind());
      return new Identity(kind, ref.namespace(), ref.name(), true, origin);
    } catch (InvalidNameException e) {
      return new Identity(COMPONENT, namespace, text, true, origin);
    }
  }

  /** Equal for all workloads of one entity. */
  String key() {
    return "%s:%s/%s".formatted(kind, namespace, name).toLowerCase(Locale.ROOT);
  }

  /** The reference to it, unless it breaks a rule. */
  Optional<EntityRef> ref() {
    try {
      return Optional.of(new EntityRef(kind, namespace, name));
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  static String label(String key) {
    return "/metadata/labels/" + key.replace("/", "~1");
  }
}
