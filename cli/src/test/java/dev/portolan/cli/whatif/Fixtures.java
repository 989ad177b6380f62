package dev.portolan.cli.whatif;

import dev.portolan.cli.proposal.Change;
import dev.portolan.cli.proposal.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** Answers of the gateway in few words. */
final class Fixtures {
  static final String WEB = "component:default/web";
  static final String DB = "resource:default/db";
  static final String SHOP = "group:default/shop";

  private Fixtures() {}

  static WhatIf nothingChanges() {
    return new WhatIf(
        List.of(), 3, List.of(), List.of(), null, reach(0), none(), none(), List.of(), 0, List.of(),
        0, List.of());
  }

  /** The web shop no longer depends on the database, and nobody owns it any more. */
  static WhatIf webLetsGoOfDb() {
    return new WhatIf(
        List.of(new Change(WEB, "UPDATED", List.of(ownerGoes()))),
        0,
        List.of(),
        List.of(StringNode.valueOf("A note.")),
        null,
        reach(1),
        new WhatIf.Dependencies(1, List.of(new WhatIf.Step(WEB, DB))),
        none(),
        List.of(new WhatIf.Finding("NO_OWNER", WEB, List.of())),
        1,
        List.of(),
        0,
        List.of(
            new WhatIf.Standing(
                "scorecard:default/ready",
                WEB,
                new WhatIf.Level("gold", 1),
                new WhatIf.Level(null, 0.5),
                List.of(new WhatIf.Rule("has-owner", "PASS", "FAIL")))));
  }

  static WhatIf withoutTheGraph(WhatIf answer) {
    return new WhatIf(
        answer.changes(),
        answer.unchanged(),
        answer.rejected(),
        answer.notes(),
        answer.held(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        answer.scorecards());
  }

  static WhatIf losing(WhatIf answer, int total, List<WhatIf.Step> steps) {
    return new WhatIf(
        answer.changes(),
        answer.unchanged(),
        answer.rejected(),
        answer.notes(),
        answer.held(),
        answer.impact(),
        new WhatIf.Dependencies(total, steps),
        answer.gained(),
        answer.appearing(),
        answer.appearingTotal(),
        answer.disappearing(),
        answer.disappearingTotal(),
        answer.scorecards());
  }

  static WhatIf rejecting(WhatIf.Problem problem) {
    return new WhatIf(
        List.of(),
        0,
        List.of(problem),
        List.of(),
        null,
        reach(0),
        none(),
        none(),
        List.of(),
        0,
        List.of(),
        0,
        List.of());
  }

  static Report report(WhatIf answer) {
    return report(answer, Gaps.NONE);
  }

  static Report report(WhatIf answer, Gaps gaps) {
    return Report.of(
        "samples", false, Proposal.of(List.of(file("web.yaml", "a: 1\nb: 2\n"))), answer, gaps);
  }

  static Proposal.Written file(String name, String text) {
    return new Proposal.Written(name, text);
  }

  static Field field(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    return new Field(path, before, after);
  }

  static JsonNode json(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static Field ownerGoes() {
    return field("/spec/owner", json("\"shop\""), null);
  }

  private static WhatIf.Dependencies none() {
    return new WhatIf.Dependencies(0, List.of());
  }

  private static WhatIf.Reach reach(int total) {
    return total == 0
        ? new WhatIf.Reach(0, true, null, List.of(), List.of(), List.of(), 0, List.of())
        : new WhatIf.Reach(
            total,
            true,
            null,
            List.of(new WhatIf.Depth(1, total)),
            List.of(new WhatIf.Count("Component", total)),
            List.of(new WhatIf.Count(SHOP, total)),
            1,
            List.of(new WhatIf.Owner(SHOP, total, 7)));
  }
}
