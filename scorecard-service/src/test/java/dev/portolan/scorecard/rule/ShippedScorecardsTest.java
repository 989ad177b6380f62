package dev.portolan.scorecard.rule;

import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.compiled;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The shipped scorecards have their only copy in the sample organisation. */
class ShippedScorecardsTest {
  private static final Path STANDARDS = Path.of("../samples/organisation/standards");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "production-readiness",
        "metadata-quality",
        "api-maturity",
        "security-hygiene",
        "dora"
      })
  void compilesWithoutAProblem(String name) throws IOException {
    CompiledScorecard scorecard = compiled(entity("scorecard:" + name, spec(name)));

    assertThat(scorecard.problems()).isEmpty();
    assertThat(scorecard.scorecard().rules()).hasSizeGreaterThan(5);
    assertThat(scorecard.scorecard().levels()).hasSize(3);
  }

  @SuppressWarnings("unchecked") // a descriptor is maps of strings
  private static Map<String, Object> spec(String name) throws IOException {
    Map<String, Object> descriptor =
        (Map<String, Object>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(STANDARDS.resolve(name + ".yaml")));
    return (Map<String, Object>) Objects.requireNonNull(descriptor.get("spec"));
  }
}
