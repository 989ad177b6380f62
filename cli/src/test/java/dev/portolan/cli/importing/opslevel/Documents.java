package dev.portolan.cli.importing.opslevel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Scorecard.Rule;
import dev.portolan.cli.importing.Translation;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Documents of OpsLevel, written with apostrophes, which are easier to read in Java. */
final class Documents {
  static final Path FILE = Path.of("checks.json");

  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build())
          .build();

  private Documents() {}

  static JsonNode document(String text) {
    return JSON.readTree(text);
  }

  static Rule rule(String check) {
    return translated("{'name': 'It', %s}".formatted(check)).scorecard().rules().getFirst();
  }

  static Translation translated(String... documents) {
    List<Translation> all = all(documents);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  static List<Translation> all(String... documents) {
    OpsLevel opsLevel = new OpsLevel();
    for (String document : documents) {
      assertThat(opsLevel.add(FILE, document(document))).isTrue();
    }
    return opsLevel.translate(new FactNames());
  }
}
