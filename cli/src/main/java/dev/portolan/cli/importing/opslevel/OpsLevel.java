package dev.portolan.cli.importing.opslevel;

import dev.portolan.cli.importing.FactNames;
import dev.portolan.cli.importing.Translation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Collects what files of OpsLevel define, for a check may stand in another file than its filter.
 */
public final class OpsLevel {
  private final Estate estate = new Estate();

  /** Adds what a document defines; false when it defines nothing of OpsLevel. */
  public boolean add(Path file, JsonNode document) {
    return estate.add(file, document);
  }

  /** The rubric, and OpsLevel's scorecards, as far as there are checks of them. */
  public List<Translation> translate(FactNames facts) {
    Map<String, Rubric> rubrics = new LinkedHashMap<>();
    for (Estate.Check check : estate.checks()) {
      String reference = Reference.of(check.fields(), "category", "categoryId");
      Definition scorecard = reference == null ? null : estate.scorecard(reference).orElse(null);
      String key = scorecard == null ? "" : scorecard.name();
      rubrics.computeIfAbsent(key, _ -> new Rubric(estate, facts, scorecard)).add(check);
    }
    return rubrics.values().stream().map(Rubric::translation).toList();
  }
}
