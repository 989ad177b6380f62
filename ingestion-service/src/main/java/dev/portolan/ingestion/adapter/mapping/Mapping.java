package dev.portolan.ingestion.adapter.mapping;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the items of a source become. */
public final class Mapping {
  static final String API_VERSION = "backstage.io/v1alpha1";

  private final List<Resource> resources;

  private Mapping(List<Resource> resources) {
    this.resources = List.copyOf(resources);
  }

  /**
   * Reads a mapping: a list of resources, or Port's file with such a list, as a tree or as its text
   * in YAML.
   *
   * @param configured what stands under {@code mapping}
   * @param kind which of the resources are meant, where they are for items of several kinds
   * @throws InvalidConfigurationException with the place in the mapping and what is wrong there
   */
  public static Mapping of(Object configured, Optional<String> kind) {
    List<Resource> resources = MappingReader.read(configured);
    Set<String> kinds =
        resources.stream().map(Resource::kind).collect(Collectors.toCollection(TreeSet::new));
    if (kind.isEmpty() && kinds.size() > 1) {
      throw new InvalidConfigurationException(
          "kind",
          "The mapping is for items of several kinds: say by 'kind' which of them the url answers: %s."
              .formatted(String.join(", ", kinds)));
    }
    if (kind.isPresent() && !kinds.contains(kind.get())) {
      throw new InvalidConfigurationException(
          "kind",
          "The mapping has nothing for items of the kind %s, but for %s."
              .formatted(kind.get(), String.join(", ", kinds)));
    }
    return new Mapping(
        resources.stream()
            .filter(resource -> kind.isEmpty() || resource.kind().equals(kind.get()))
            .toList());
  }

  /** What one item becomes: nothing, one entity or several. */
  public List<Mapped> map(JsonNode item) {
    return resources.stream().flatMap(resource -> resource.map(item).stream()).toList();
  }
}
