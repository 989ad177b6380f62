package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.Entity;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Changed;
import dev.portolan.gateway.portal.http.Portal;
import dev.portolan.gateway.scorecard.ScorecardDescriptor;
import dev.portolan.gateway.scorecard.ScorecardView.Problem;
import dev.portolan.gateway.scorecard.http.ScorecardCheck;
import dev.portolan.gateway.service.Calls;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Keeps scorecards. */
@Controller
class SaveScorecardController {
  private final Portal portal;
  private final ScorecardCheck check;
  private final Calls calls;

  SaveScorecardController(Portal portal, ScorecardCheck check, Calls calls) {
    this.portal = portal;
    this.check = check;
    this.calls = calls;
  }

  /** Any JSON is taken from the environment: a parameter of a method would have to have a form. */
  @MutationMapping
  CompletableFuture<Changed> saveScorecard(DataFetchingEnvironment asked) {
    ScorecardDescriptor descriptor = ScorecardDescriptor.of(asked.getArgument("descriptor"));
    Entity entity = descriptor.entity();
    return calls.start(
        () -> {
          refuse(check.check(new ScorecardCheck.Question(entity)).problems(), entity);
          return portal.say(descriptor.said());
        });
  }

  private static void refuse(List<Problem> problems, Entity entity) {
    if (!problems.isEmpty()) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          problems.stream()
              .map(Problem::told)
              .collect(
                  Collectors.joining("; ", entity.ref() + " is not saved. It has problems: ", "")));
    }
  }
}
