package dev.portolan.ingestion.adapter;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Further descriptor files that an entity names, as the definition of its kind says it. */
final class Locations {
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://.*");

  private Locations() {}

  static List<String> targets(Entity entity, Kinds kinds) {
    Optional<KindDefinition> kind = kinds.named(entity.kind());
    return kind.map(KindDefinition::locations).orElse(List.of()).stream()
        .flatMap(field -> texts(entity.spec().get(field)))
        .toList();
  }

  static boolean isAddress(String target) {
    return ADDRESS.matcher(target).matches();
  }

  private static Stream<String> texts(@Nullable Object value) {
    return switch (value) {
      case String text -> Stream.of(text);
      case Collection<?> list ->
          list.stream().filter(String.class::isInstance).map(String.class::cast);
      case null, default -> Stream.empty();
    };
  }
}
