package dev.portolan.gateway.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The descriptors that the portal says, as anybody would write them. */
public final class Descriptor {
  /** The version that all kinds of Portolan's own have. */
  public static final String API_VERSION = "portolan.dev/v1";

  private Descriptor() {}

  /** A descriptor, in which whatever is null is left out. */
  public static Map<String, Object> of(
      String kind, Map<String, @Nullable Object> metadata, Map<String, @Nullable Object> spec) {
    Map<String, Object> descriptor = new LinkedHashMap<>();
    descriptor.put("apiVersion", API_VERSION);
    descriptor.put("kind", kind);
    descriptor.put("metadata", said(metadata));
    descriptor.put("spec", said(spec));
    return descriptor;
  }

  private static Map<String, Object> said(Map<String, @Nullable Object> values) {
    Map<String, Object> said = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (value != null) {
            said.put(key, value);
          }
        });
    return said;
  }
}
