package dev.portolan.gateway.initiative.graphql;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.initiative.InitiativeInput;
import dev.portolan.gateway.portal.Changed;
import dev.portolan.gateway.portal.http.Portal;
import dev.portolan.gateway.scorecard.KnownScorecards;
import dev.portolan.gateway.scorecard.ScorecardDescriptor;
import dev.portolan.gateway.scorecard.ScorecardView.Problem;
import dev.portolan.gateway.scorecard.http.ScorecardCheck;
import dev.portolan.gateway.scorecard.http.Scorecards;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Keeps initiatives. */
@Controller
class SaveInitiativeController {
  private final Portal portal;
  private final Scorecards scorecards;
  private final ScorecardCheck check;
  private final Calls calls;

  SaveInitiativeController(
      Portal portal, Scorecards scorecards, ScorecardCheck check, Calls calls) {
    this.portal = portal;
    this.scorecards = scorecards;
    this.check = check;
    this.calls = calls;
  }

  @MutationMapping
  CompletableFuture<Changed> saveInitiative(@Argument InitiativeInput input) {
    return calls.start(
        () -> {
          Map<String, Object> descriptor =
              input.descriptor(new KnownScorecards(scorecards.scorecards().scorecards()));
          checkFilter(input.filter());
          return portal.say(descriptor);
        });
  }

  /** An initiative's filter is written as a scorecard's: a scorecard of nothing else is checked. */
  private void checkFilter(@Nullable String filter) {
    if (filter == null) {
      return;
    }
    List<Problem> problems =
        check.check(new ScorecardCheck.Question(ScorecardDescriptor.ofFilter(filter))).problems();
    if (!problems.isEmpty()) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          problems.stream()
              .map(Problem::told)
              .collect(
                  Collectors.joining("; ", "The initiative is not saved. It has problems: ", "")));
    }
  }
}
