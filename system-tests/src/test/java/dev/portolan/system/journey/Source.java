package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Somebody who pushes. */
record Source(Platform platform, String name) {

  /** A component of that name, in one line of JSON. */
  static String component(String name) {
    return """
    {"apiVersion":"backstage.io/v1alpha1","kind":"Component",\
    "metadata":{"name":"%s"},\
    "spec":{"type":"service","lifecycle":"production","owner":"platform"}}"""
        .formatted(name);
  }

  /** Says that there are these components, and is believed. */
  void has(String... components) {
    String lines =
        Arrays.stream(components).map(Source::component).collect(Collectors.joining("\n"));
    Http.Answer answer = push(lines);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Sends JSON Lines with further headers: a name and its value, and so on. */
  Http.Answer push(String lines, String... headers) {
    return Http.post(platform.entitiesOf(name), "application/x-ndjson", lines, headers);
  }
}
