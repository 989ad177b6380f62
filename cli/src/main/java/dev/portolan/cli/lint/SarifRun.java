package dev.portolan.cli.lint;

import dev.portolan.cli.lint.SarifLog.ArtifactLocation;
import dev.portolan.cli.lint.SarifLog.Driver;
import dev.portolan.cli.lint.SarifLog.Invocation;
import dev.portolan.cli.lint.SarifLog.Location;
import dev.portolan.cli.lint.SarifLog.Notification;
import dev.portolan.cli.lint.SarifLog.PhysicalLocation;
import dev.portolan.cli.lint.SarifLog.Region;
import dev.portolan.cli.lint.SarifLog.Result;
import dev.portolan.cli.lint.SarifLog.Rule;
import dev.portolan.cli.lint.SarifLog.Run;
import dev.portolan.cli.lint.SarifLog.Text;
import dev.portolan.cli.lint.SarifLog.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says in SARIF what would be rejected, and what else there is to know. */
final class SarifRun {
  private static final String ABOUT = "https://portolan.dev";

  private SarifRun() {}

  static Run of(Lint lint, String version) {
    List<Verdict.Problem> problems = lint.verdict().rejected();
    List<String> rules = problems.stream().map(Verdict.Problem::rule).distinct().sorted().toList();
    Driver driver =
        new Driver("portolan-lint", version, ABOUT, rules.stream().map(SarifRun::rule).toList());
    return new Run(new Tool(driver), List.of(invocation(lint)), results(lint, rules));
  }

  /** What a rule asks for is in the message of each result, with what was found instead. */
  private static Rule rule(String id) {
    return new Rule(
        id,
        new Text("A descriptor keeps the rule " + id),
        new Text(
            "A document that breaks the rule " + id + " is not taken; all others of its file are."),
        new Text("Each result says what is wrong and how to mend it."));
  }

  private static Invocation invocation(Lint lint) {
    List<Notification> notifications = new ArrayList<>();
    lint.notes().forEach(note -> notifications.add(new Notification("note", new Text(note))));
    notifications.add(new Notification("note", new Text(lint.summary())));
    return new Invocation(true, notifications);
  }

  private static List<Result> results(Lint lint, List<String> rules) {
    Fingerprints fingerprints = new Fingerprints();
    return lint.verdict().rejected().stream()
        .map(
            problem ->
                new Result(
                    problem.rule(),
                    rules.indexOf(problem.rule()),
                    "error",
                    new Text(problem.message()),
                    List.of(
                        new Location(location(lint.folder().file(problem.path()), problem.line()))),
                    Map.of(Fingerprints.KEY, fingerprints.of(problem))))
        .toList();
  }

  private static PhysicalLocation location(Path file, int line) {
    return new PhysicalLocation(
        new ArtifactLocation(Paths.uri(file)), line > 0 ? new Region(line) : null);
  }
}
