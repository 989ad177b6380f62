package dev.portolan.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A component that is in a record and not in its schema, or the other way round, shows here. */
class SchemasAgreeWithRecordsTest {
  private final List<String> differences = new ArrayList<>();

  @ParameterizedTest
  @MethodSource("dev.portolan.events.EventSchema#all")
  void aSchemaHasTheMembersOfItsRecordAndTheirTypes(EventSchema schema) {
    compareRecord("", schema.record(), schema.tree(), schema.tree());
    assertThat(differences).isEmpty();
  }

  private void compareRecord(String path, Class<?> type, JsonNode schema, JsonNode root) {
    RecordComponent[] components = type.getRecordComponents();
    expect(path, "properties", names(components, true), schema.path("properties").propertyNames());
    expect(path, "required", names(components, false), strings(schema.path("required")));
    for (RecordComponent each : components) {
      compare(
          path + "/" + each.getName(),
          each.getAccessor().getAnnotatedReturnType(),
          isLeftOutWhenEmpty(each),
          schema.path("properties").path(each.getName()),
          root);
    }
  }

  private void compare(
      String path, AnnotatedType type, boolean leftOut, JsonNode schema, JsonNode root) {
    Class<?> raw = raw(type.getType());
    boolean nullable = type.isAnnotationPresent(Nullable.class) && !leftOut;
    JsonNode resolved = resolved(schema, root);
    if (raw != Object.class) {
      expect(path, "nullable", Set.of(nullable), Set.of(allowsNull(schema, resolved)));
      expect(path, "type", Set.of(jsonType(raw)), withoutNull(types(resolved)));
    } else {
      expect(path, "type", Set.of(), types(resolved));
    }
    if (raw == Instant.class) {
      expect(path, "format", Set.of("date-time"), Set.of(resolved.path("format").asString()));
    } else if (raw == EntityRef.class) {
      expect(path, "ref", Set.of(root.at("/$defs/ref")), Set.of(resolved));
    } else if (raw.isEnum()) {
      expect(path, "enum", constants(raw), strings(resolved.path("enum")));
    } else if (raw.isRecord()) {
      compareRecord(path, raw, resolved, root);
    } else if (raw == List.class) {
      compare(path + "/*", argument(type, 0), false, resolved.path("items"), root);
    } else if (raw == Map.class) {
      compare(path + "/*", argument(type, 1), false, resolved.path("additionalProperties"), root);
    }
  }

  private void expect(String path, String what, Collection<?> inRecord, Collection<?> inSchema) {
    if (!Set.copyOf(inRecord).equals(Set.copyOf(inSchema))) {
      differences.add(
          path + " " + what + " of the record: " + inRecord + ", of the schema: " + inSchema);
    }
  }

  private static List<String> names(RecordComponent[] components, boolean optionalToo) {
    return Arrays.stream(components)
        .filter(each -> optionalToo || !isLeftOutWhenEmpty(each))
        .map(RecordComponent::getName)
        .toList();
  }

  private static boolean isLeftOutWhenEmpty(RecordComponent component) {
    return component.getAccessor().isAnnotationPresent(JsonInclude.class)
        || (component.getDeclaringRecord().isAnnotationPresent(JsonInclude.class)
            && component
                .getAccessor()
                .getAnnotatedReturnType()
                .isAnnotationPresent(Nullable.class));
  }

  /** Follows a reference, and takes the alternative that is not null for the schema. */
  private static JsonNode resolved(JsonNode schema, JsonNode root) {
    if (schema.has("anyOf")) {
      return resolved(schema.path("anyOf").path(0), root);
    }
    return schema.has("$ref") ? root.at(schema.path("$ref").asString().substring(1)) : schema;
  }

  private static boolean allowsNull(JsonNode schema, JsonNode resolved) {
    return types(resolved).contains("null")
        || schema.path("anyOf").valueStream().anyMatch(each -> types(each).contains("null"));
  }

  private static Set<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isString() ? Set.of(type.asString()) : Set.copyOf(strings(type));
  }

  private static Set<String> withoutNull(Set<String> types) {
    return types.stream().filter(type -> !type.equals("null")).collect(Collectors.toSet());
  }

  private static String jsonType(Class<?> type) {
    if (type == long.class || type == int.class) {
      return "integer";
    }
    if (type == List.class) {
      return "array";
    }
    boolean object = type == Map.class || (type.isRecord() && type != EntityRef.class);
    return object ? "object" : "string";
  }

  private static Set<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static AnnotatedType argument(AnnotatedType type, int index) {
    return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }
}
