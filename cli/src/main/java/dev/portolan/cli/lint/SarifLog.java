package dev.portolan.cli.lint;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A log in SARIF 2.1.0, as code scanning reads it; of that format what is needed here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SarifLog(@JsonProperty("$schema") String schema, String version, List<Run> runs) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  record Run(Tool tool, List<Invocation> invocations, List<Result> results) {}

  record Tool(Driver driver) {}

  record Driver(String name, String version, String informationUri, List<Rule> rules) {}

  record Rule(String id, Text shortDescription, Text fullDescription, Text help) {}

  record Text(String text) {}

  record Invocation(boolean executionSuccessful, List<Notification> toolExecutionNotifications) {}

  record Notification(String level, Text message) {}

  record Result(
      String ruleId,
      int ruleIndex,
      String level,
      Text message,
      List<Location> locations,
      Map<String, String> partialFingerprints) {}

  record Location(PhysicalLocation physicalLocation) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PhysicalLocation(ArtifactLocation artifactLocation, @Nullable Region region) {}

  record ArtifactLocation(String uri) {}

  /** A line, from 1. */
  record Region(int startLine) {}

  /**
   * What is told of a folder.
   *
   * @param version of the command
   */
  static SarifLog of(Lint lint, String version) {
    return new SarifLog(
        "https://json.schemastore.org/sarif-2.1.0.json",
        "2.1.0",
        List.of(SarifRun.of(lint, version)));
  }

  String json() {
    return JSON.writeValueAsString(this) + "\n";
  }
}
