package dev.portolan.ingestion.descriptor.dialect;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What another portal's type of entity is here.
 *
 * @param kind the kind
 * @param type the {@code spec.type}; empty where the kind says it all
 */
public record Sort(String kind, Optional<String> type) {

  /** One of the kinds that every portal has under some name. */
  static Optional<Sort> known(String type) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "service" -> Optional.of(new Sort("Component", Optional.of("service")));
      case "component" -> Optional.of(new Sort("Component", Optional.empty()));
      case "api" -> Optional.of(new Sort("API", Optional.empty()));
      case "resource" -> Optional.of(new Sort("Resource", Optional.empty()));
      case "system" -> Optional.of(new Sort("System", Optional.empty()));
      case "domain" -> Optional.of(new Sort("Domain", Optional.empty()));
      case "team", "group", "_team" -> Optional.of(new Sort("Group", Optional.of("team")));
      case "user", "_user" -> Optional.of(new Sort("User", Optional.empty()));
      default -> Optional.empty();
    };
  }

  /** The kind of that name, else one of the organisation's own: {@code ai-agent} is an AiAgent. */
  static Sort ofOwn(String type) {
    return known(type).orElseGet(() -> new Sort(pascalCase(type), Optional.of(type)));
  }

  private static String pascalCase(String type) {
    return Stream.of(type.split("[^A-Za-z0-9]+"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
