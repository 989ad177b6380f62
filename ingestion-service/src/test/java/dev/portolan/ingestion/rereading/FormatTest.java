package dev.portolan.ingestion.rereading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.adapter.DescriptorSearch;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.sync.ReportedProblem;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever changes what is read out of files is told to have remembered files read anew. */
class FormatTest {
  private static final String READ = "3 r27JFcYyjxEksYFDhch8Fy7OD1Z3SRsMmqqosOPGxNE";

  @Test
  void whatIsReadOutOfTheSameFilesChangesOnlyWithTheFormat() {
    StringBuilder all = new StringBuilder();
    for (int seed = 0; seed < 40; seed++) {
      FakeTree tree = new FakeTree(new RandomTree(new Random(seed)).files);
      Taking taking = Taking.of(new FakeCatalog(), tree, "**/*.yaml").taking();
      all.append(taking.said());
      // Not in what words: some come from a library, in the language of the machine.
      taking.problems().forEach(problem -> all.append(place(problem)));
    }

    assertThat(DescriptorSearch.FORMAT + " " + CanonicalJson.hash(all.toString()))
        .as(
            "The same files are read otherwise than before. Raise DescriptorSearch.FORMAT, so that"
                + " files which are remembered are read anew, and write down here what they come to"
                + " (when only the files of this test are others, leave the format)")
        .isEqualTo(READ);
  }

  private static String place(ReportedProblem problem) {
    return "%s %d %s %s\n"
        .formatted(problem.path(), problem.line(), problem.field(), problem.rule());
  }
}
