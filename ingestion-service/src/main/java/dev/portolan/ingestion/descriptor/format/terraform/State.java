package dev.portolan.ingestion.descriptor.format.terraform;

import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The resources of a state, of the versions 4 and 3, each once. */
public final class State {
  private static final Pattern PROVIDER = Pattern.compile("provider(?:\\[\"([^\"]+)\"]|\\.(\\w+))");
  private static final String PUBLIC_REGISTRY = "registry.terraform.io/";

  private final Map<Address, ManagedResource> managed = new LinkedHashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * What of a state is no managed resource.
   *
   * @param part where in the state it stands
   * @param reason why it is left out
   */
  public record LeftOut(String part, String reason) {}

  private State(JsonNode tree) {
    switch (tree.path("version").asInt(0)) {
      case 4 -> current(tree.path("resources"));
      case 3 -> flat(tree.path("modules"));
      default ->
          leftOut.add(
              new LeftOut("", "a Terraform state of a version that is not read: 3 and 4 are"));
    }
  }

  /** Reads a state. */
  public static State of(JsonNode tree) {
    return new State(tree);
  }

  /** What Terraform manages, in the order of the state. */
  public Collection<ManagedResource> managed() {
    return managed.values();
  }

  /** All else that the state names, with the reasons. */
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  private void current(JsonNode resources) {
    int index = 0;
    for (JsonNode resource : resources) {
      String part = "/resources/" + index++;
      String module = resource.path("module").asString("");
      List<Instance> instances = new ArrayList<>();
      List<Address> dependencies = new ArrayList<>();
      for (JsonNode instance : resource.path("instances")) {
        instances.add(Instance.ofCurrent(instance));
        dependencies.addAll(addresses(instance.path("dependencies"), ""));
        // Of Terraform 0.12, which said them from within the module.
        dependencies.addAll(addresses(instance.path("depends_on"), module));
      }
      boolean isData = resource.path("mode").asString("managed").equals("data");
      String said =
          (isData ? "data." : "")
              + resource.path("type").asString("")
              + "."
              + resource.path("name").asString("");
      add(part, module, said, provider(resource), instances, dependencies);
    }
  }

  private void flat(JsonNode modules) {
    int index = 0;
    for (JsonNode each : modules) {
      StringBuilder module = new StringBuilder();
      // The first is the root, which addresses leave out.
      each.path("path").valueStream().skip(1).forEach(name -> append(module, name.asString("")));
      String part = "/modules/" + index++ + "/resources";
      for (Map.Entry<String, JsonNode> entry : each.path("resources").properties()) {
        JsonNode resource = entry.getValue();
        add(
            Pointers.child(part, entry.getKey()),
            module.toString(),
            entry.getKey(),
            provider(resource),
            List.of(Instance.ofFlat(resource.path("primary"))),
            addresses(resource.path("depends_on"), module.toString()));
      }
    }
  }

  private static void append(StringBuilder module, String name) {
    module.append(module.isEmpty() ? "" : ".").append("module.").append(name);
  }

  private void add(
      String part,
      String module,
      String said,
      String provider,
      List<Instance> instances,
      List<Address> dependencies) {
    Optional<Address> address = Address.of(module, said);
    if (address.isEmpty()) {
      leftOut.add(new LeftOut(part, reason(said)));
      return;
    }
    ManagedResource resource =
        managed.computeIfAbsent(
            address.get(),
            key ->
                new ManagedResource(
                    key, provider, part, new ArrayList<>(), new TreeSet<>(ManagedResource.ORDER)));
    resource.instances().addAll(instances);
    resource.dependencies().addAll(dependencies);
    resource.dependencies().remove(resource.address());
  }

  private static List<Address> addresses(JsonNode said, String module) {
    return said.valueStream()
        .flatMap(each -> Address.of(module, each.asString("")).stream())
        .toList();
  }

  private static String reason(String said) {
    return said.startsWith("data.")
        ? "a data source of Terraform, which reads and manages nothing"
        : "a resource of a Terraform state without a type and name";
  }

  private static String provider(JsonNode resource) {
    Matcher provider = PROVIDER.matcher(resource.path("provider").asString(""));
    if (!provider.find()) {
      return "";
    }
    String name = provider.group(1) == null ? provider.group(2) : provider.group(1);
    return name.startsWith(PUBLIC_REGISTRY) ? name.substring(PUBLIC_REGISTRY.length()) : name;
  }
}
