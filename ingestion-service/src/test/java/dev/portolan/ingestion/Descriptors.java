package dev.portolan.ingestion;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Descriptors for tests, in JSON Lines. */
public final class Descriptors {
  private Descriptors() {}

  /** A component that belongs to a team. */
  public static String component(String name, String owner) {
    return """
        {"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"%s"},\
        "spec":{"type":"service","lifecycle":"production","owner":"%s"}}
        """
        .formatted(name, owner);
  }

  /** Components {@code c-from} to {@code c-to}, the last one left out. */
  public static String components(int from, int to, String owner) {
    return IntStream.range(from, to)
        .mapToObj(i -> component("c-" + i, owner))
        .collect(Collectors.joining());
  }
}
