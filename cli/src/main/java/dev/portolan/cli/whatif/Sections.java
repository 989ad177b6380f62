package dev.portolan.cli.whatif;

import dev.portolan.cli.page.Cell;
import dev.portolan.cli.page.Section;
import dev.portolan.cli.page.Words;
import dev.portolan.cli.proposal.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides what is told of an answer and in which order: what is wrong first. */
final class Sections {
  private Sections() {}

  /** All that has something to tell. */
  static List<Section> of(Report report) {
    WhatIf answer = report.answer();
    return Stream.of(
            remarks("Not known", report.gaps().all()),
            rejected(report.rejections()),
            findings("Findings that would appear", answer.appearing(), answer.appearingTotal()),
            steps("Dependencies that would be lost", answer.lost()),
            Change.section(answer.changes()),
            depths(answer.impact()),
            owners(answer.impact()),
            steps("Dependencies that would be gained", answer.gained()),
            findings(
                "Findings that would disappear", answer.disappearing(), answer.disappearingTotal()),
            standings(answer.scorecards()),
            remarks("Notes", notes(answer)))
        .filter(section -> section.total() > 0)
        .toList();
  }

  private static Section remarks(String title, List<String> remarks) {
    return Section.of(
        title, List.of("what"), remarks, remarks.size(), remark -> List.of(Cell.words(remark)));
  }

  private static List<String> notes(WhatIf answer) {
    List<String> notes = new ArrayList<>();
    if (answer.held() != null) {
      notes.add(answer.held());
    }
    answer.notes().forEach(note -> notes.add(Words.text(note)));
    return notes;
  }

  private static Section rejected(List<Report.Rejection> rejections) {
    return Section.of(
        "Would not be accepted",
        List.of("where", "rule", "what is wrong"),
        rejections,
        rejections.size(),
        rejection ->
            List.of(
                Cell.exact(rejection.where()),
                Cell.exact(Words.text(rejection.problem().rule())),
                Cell.words(Words.text(rejection.problem().message()))));
  }

  private static Section depths(WhatIf.@Nullable Reach reach) {
    List<WhatIf.Depth> depths = reach == null ? List.of() : reach.byDepth();
    return new Section(
        "Reached (%,d)".formatted(reach == null ? 0 : reach.total()),
        List.of("distance", "reached"),
        depths.stream()
            .map(
                depth ->
                    List.of(
                        Cell.words(Words.counted(depth.depth(), "step", "steps")),
                        Cell.words(Words.counted(depth.count(), "entity", "entities"))))
            .toList(),
        depths.size());
  }

  private static Section owners(WhatIf.@Nullable Reach reach) {
    return Section.of(
        "Owners to tell",
        List.of("owner", "reached", "people"),
        reach == null ? List.of() : reach.owners(),
        reach == null ? 0 : reach.ownersTotal(),
        owner ->
            List.of(
                Cell.exact(owner.ref()),
                Cell.words(Words.counted(owner.count(), "entity", "entities")),
                Cell.words(Words.counted(owner.peopleTotal(), "person", "people"))));
  }

  private static Section steps(String title, WhatIf.@Nullable Dependencies dependencies) {
    return Section.of(
        title,
        List.of("entity", "depends on"),
        dependencies == null ? List.of() : dependencies.steps(),
        dependencies == null ? 0 : dependencies.total(),
        step -> List.of(Cell.exact(step.ref()), Cell.exact(step.dependency())));
  }

  private static Section findings(
      String title, @Nullable List<WhatIf.Finding> findings, @Nullable Integer total) {
    List<WhatIf.Finding> named = Objects.requireNonNullElse(findings, List.of());
    return Section.of(
        title,
        List.of("finding", "entity", "with"),
        named,
        Objects.requireNonNullElse(total, named.size()),
        finding ->
            List.of(
                Cell.words(Words.words(finding.kind())),
                Cell.exact(finding.ref()),
                Cell.exact(finding.related())));
  }

  private static Section standings(@Nullable List<WhatIf.Standing> standings) {
    List<WhatIf.Standing> named = Objects.requireNonNullElse(standings, List.of());
    return Section.of(
        "Scorecard results that would change",
        List.of("entity", "scorecard", "level", "rules"),
        named,
        named.size(),
        standing ->
            List.of(
                Cell.exact(standing.ref()),
                Cell.exact(standing.scorecardRef()),
                Cell.words(
                    Standings.level(standing.before()) + " → " + Standings.level(standing.after())),
                Cell.exact(standing.rules().stream().map(Standings::outcome).toList())));
  }
}
