package dev.portolan.cli.importing;

import dev.portolan.cli.importing.Translation.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was translated and what not, a line each; what matters most stands last. */
final class ImportSummary {
  /** The most rules that scorecard-service takes of a scorecard. */
  private static final int MOST_RULES = 200;

  private ImportSummary() {}

  static List<String> lines(Import all) {
    List<String> lines = new ArrayList<>();
    for (Translation translation : all.translations()) {
      String files =
          translation.files().stream().map(String::valueOf).collect(Collectors.joining(", "));
      lines.add(
          "%s: %s: %,d of %,d rules translated"
              .formatted(
                  files,
                  translation.scorecard().title(),
                  translation.translated(),
                  translation.scorecard().rules().size()));
      translation.notes().forEach(note -> lines.add("  note: " + note));
      if (translation.scorecard().rules().size() > MOST_RULES) {
        lines.add(
            "  note: of one scorecard Portolan takes %d rules; split it".formatted(MOST_RULES));
      }
      translation.gaps().forEach(gap -> lines.add(line(gap)));
    }
    if (!all.passedOver().isEmpty()) {
      lines.add("%,d files hold no scorecards".formatted(all.passedOver().size()));
    }
    lines.addAll(all.unreadable());
    lines.add(
        "%,d of %,d rules of %,d scorecards translated"
            .formatted(
                all.translations().stream().mapToLong(Translation::translated).sum(),
                all.translations().stream().mapToLong(one -> one.scorecard().rules().size()).sum(),
                all.translations().size()));
    return lines.stream().map(ImportSummary::onOneLine).toList();
  }

  private static String line(Gap gap) {
    return "  not translated: %s: %s: %s".formatted(gap.file(), gap.rule(), gap.reason());
  }

  private static String onOneLine(String line) {
    return line.replaceAll("\\p{Cntrl}+", " ");
  }
}
