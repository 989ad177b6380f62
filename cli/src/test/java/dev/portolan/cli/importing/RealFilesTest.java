package dev.portolan.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portolan.cli.importing.Scorecard.Expression;
import dev.portolan.cli.importing.Translation.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Cortex's own scorecards, from cortexapps/cli, where they lie on this machine. */
class RealFilesTest {
  private static final Path SOLUTIONS =
      Path.of("/work/shared/data/descriptors/cortexapps+cli/cortexapps_cli/solutions");

  @Test
  void cortexOwnScorecardsAreTranslatedAsFarAsPortolanCanSayThem() throws IOException {
    assumeTrue(Files.isDirectory(SOLUTIONS), "the files are not here");

    Import all = Import.of(files());

    ImportSummary.lines(all).forEach(System.out::println);
    assertThat(all.unreadable()).isEmpty();
    assertThat(all.translations()).hasSize(5);
    assertThat(all.translations().stream().mapToLong(Translation::translated).sum()).isEqualTo(20);
    assertThat(all.translations())
        .flatExtracting(Translation::gaps)
        .extracting(Gap::rule)
        .containsExactlyInAnyOrder(
            "Belongs to a plugin",
            "AI spend data is being tracked",
            "Spend is within 25% of budget",
            "Spend is at or under budget");
  }

  @Test
  void whatTheyBecomeCompiles() throws IOException {
    assumeTrue(Files.isDirectory(SOLUTIONS), "the files are not here");

    for (Translation translation : Import.of(files()).translations()) {
      Scorecard scorecard = translation.scorecard();
      CelWorld.compile(String.valueOf(scorecard.filter()));
      for (Scorecard.Rule rule : scorecard.rules()) {
        if (rule.body() instanceof Expression(String cel)) {
          CelWorld.compile(cel);
        }
      }
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(SOLUTIONS)) {
      return all.filter(file -> file.toString().contains("/scorecards/")).sorted().toList();
    }
  }
}
