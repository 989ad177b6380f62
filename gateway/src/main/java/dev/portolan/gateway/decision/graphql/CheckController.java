package dev.portolan.gateway.decision.graphql;

import dev.portolan.gateway.decision.CheckInput;
import dev.portolan.gateway.decision.Subject;
import dev.portolan.gateway.portal.Changed;
import dev.portolan.gateway.portal.http.Portal;
import dev.portolan.gateway.service.Calls;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Somebody looked, and says what was found. */
@Controller
class CheckController {
  private final Portal portal;
  private final Subjects subjects;
  private final Calls calls;
  private final Clock clock = Clock.systemUTC();

  CheckController(Portal portal, Subjects subjects, Calls calls) {
    this.portal = portal;
    this.subjects = subjects;
    this.calls = calls;
  }

  @MutationMapping
  CompletableFuture<Changed> recordCheck(@Argument CheckInput input) {
    return calls.start(
        () -> {
          Subject subject = subjects.of(input.scorecard(), List.of(input.rule()), input.entity());
          input.checkRule(subject.scorecard());
          return portal.say(input.descriptor(subject, clock.instant()));
        });
  }
}
