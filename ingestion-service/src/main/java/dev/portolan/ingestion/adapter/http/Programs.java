package dev.portolan.ingestion.adapter.http;

import dev.portolan.ingestion.adapter.Configuration;
import dev.portolan.ingestion.adapter.jq.InvalidJqException;
import dev.portolan.ingestion.adapter.jq.JqProgram;

/** The programs of a configuration. */
final class Programs {
  private Programs() {}

  static JqProgram required(Configuration configuration, String key, String example) {
    return compiled(configuration, key, configuration.requiredText(key, example));
  }

  static JqProgram or(Configuration configuration, String key, String otherwise) {
    return compiled(configuration, key, configuration.text(key).orElse(otherwise));
  }

  private static JqProgram compiled(Configuration configuration, String key, String text) {
    try {
      return JqProgram.compile(text);
    } catch (InvalidJqException e) {
      throw configuration.invalid(key, "'%s' is no JQ program: %s.".formatted(key, e.getMessage()));
    }
  }
}
