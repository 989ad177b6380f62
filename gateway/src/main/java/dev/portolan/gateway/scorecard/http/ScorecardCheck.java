package dev.portolan.gateway.scorecard.http;

import dev.portolan.events.Entity;
import dev.portolan.gateway.scorecard.ScorecardView.Problem;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What scorecard-service says of a scorecard before it is saved. */
public interface ScorecardCheck {
  @PostExchange("/api/scorecards/check")
  Checked check(@RequestBody Question question);

  /** The entity that would define it. */
  record Question(Entity scorecard) {}

  /** What is wrong with it; nothing when it can be saved. */
  record Checked(List<Problem> problems) {}
}
