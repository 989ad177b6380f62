package dev.portolan.cli.whatif;

import dev.portolan.cli.CommandFailed;
import dev.portolan.cli.page.Cell;
import java.util.List;

/** Decides who is supposed to say what is proposed, where nobody was named. */
final class SourceChoice {
  /** Repeats what was deleted and restored; nobody pushes in its name. */
  private static final String RESTORED = "restored";

  private SourceChoice() {}

  /**
   * The only source there is: supposed of another, the same documents would not take back what that
   * one says.
   *
   * @throws CommandFailed when there are several or none
   */
  static String of(List<String> sources) {
    List<String> candidates = sources.stream().filter(name -> !name.equals(RESTORED)).toList();
    if (candidates.size() == 1) {
      return candidates.getFirst();
    }
    throw new CommandFailed(
        candidates.isEmpty()
            ? "No source has said anything yet: name with --source the one that will."
            : "Several sources speak here: name with --source the one whose files these are: "
                + Cell.words(candidates).text()
                + ".");
  }
}
