package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.descriptor.body.Body;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The configurations that come with Portolan, in {@code integrations/}. */
final class Integrations {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern VALUE =
      Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}(:\\d{1,5})?");

  private Integrations() {}

  /**
   * A configuration with what its integration says where it says nothing itself; as it is when it
   * names none.
   */
  static Map<String, Object> completed(Map<String, Object> configuration) {
    Object name = configuration.get("integration");
    if (name == null) {
      return configuration;
    }
    Map<String, Object> completed = new LinkedHashMap<>(read(String.valueOf(name)));
    configuration.forEach(
        (key, value) ->
            completed.merge(
                key, value, (shipped, own) -> key.equals("auth") ? both(shipped, own) : own));
    if (completed.get("url") instanceof String url) {
      completed.put("url", filled(url, configuration.get("variables")));
    }
    return completed;
  }

  private static Object both(Object shipped, Object own) {
    if (!(shipped instanceof Map<?, ?> one) || !(own instanceof Map<?, ?> other)) {
      return own;
    }
    Map<Object, Object> both = new LinkedHashMap<>(one);
    both.putAll(other);
    return both;
  }

  private static Map<String, Object> read(String name) {
    try (InputStream in =
        NAME.matcher(name).matches()
            ? Integrations.class.getResourceAsStream("/integrations/" + name + ".yaml")
            : null) {
      if (in == null) {
        throw new InvalidConfigurationException(
            "integration",
            "There is no integration '%s'; docs/http-sources.md lists them.".formatted(name));
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonMapper.shared().convertValue(Body.single(text), new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("integrations/" + name + ".yaml cannot be read", e);
    } catch (MalformedTextException e) {
      throw new IllegalStateException("integrations/" + name + ".yaml: " + e.getMessage(), e);
    }
  }

  private static String filled(String url, @Nullable Object variables) {
    Matcher variable = VARIABLE.matcher(url);
    StringBuilder filled = new StringBuilder();
    while (variable.find()) {
      String name = variable.group(1);
      Object value = variables instanceof Map<?, ?> map ? map.get(name) : null;
      if (value == null || !VALUE.matcher(value.toString()).matches()) {
        throw new InvalidConfigurationException(
            "variables/" + name,
            "The integration needs the variable '%s': letters, digits and the characters . _ -, and a port where it is a host."
                .formatted(name));
      }
      variable.appendReplacement(filled, Matcher.quoteReplacement(value.toString()));
    }
    return variable.appendTail(filled).toString();
  }
}
