package dev.portolan.cli.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a scorecard of another tool.
 *
 * @param files where it was read
 * @param gaps what has no counterpart, so that its rule or the whole scorecard says less
 * @param notes what whoever takes it over should know; nothing is missing because of it
 */
public record Translation(
    List<Path> files, Scorecard scorecard, List<Gap> gaps, List<String> notes) {

  /**
   * Something that was not translated.
   *
   * @param rule the title of the rule, or {@code filter} of the whole scorecard
   * @param isRule whether it is a rule
   */
  public record Gap(Path file, String rule, String reason, boolean isRule) {}

  /** How many rules were translated. */
  public long translated() {
    return scorecard.rules().size() - gaps.stream().filter(Gap::isRule).count();
  }
}
