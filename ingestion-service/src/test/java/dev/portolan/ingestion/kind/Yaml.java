package dev.portolan.ingestion.kind;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** YAML in tests, where it is shorter than JSON. */
public final class Yaml {
  private Yaml() {}

  public static JsonNode tree(String yaml) {
    return JsonMapper.shared()
        .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(yaml));
  }
}
