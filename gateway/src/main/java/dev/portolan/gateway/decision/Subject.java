package dev.portolan.gateway.decision;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ScorecardView;
import java.util.List;

/**
 * What is decided about: rules of a scorecard for an entity, all of which exist.
 *
 * @param rules their ids; empty for all
 */
public record Subject(ScorecardView scorecard, List<String> rules, EntityRef entity) {
  String name() {
    return MadeName.of(scorecard.ref(), rules, entity);
  }

  /** In words. */
  String title() {
    String what = rules.isEmpty() ? "all rules" : String.join(", ", rules);
    return "%s of %s for %s".formatted(what, scorecard.title(), entity);
  }
}
