package dev.portolan.gateway.decision.graphql;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.decision.Exemption;
import dev.portolan.gateway.decision.ExemptionInput;
import dev.portolan.gateway.decision.Subject;
import dev.portolan.gateway.decision.http.WrittenEntities;
import dev.portolan.gateway.portal.Changed;
import dev.portolan.gateway.portal.http.Portal;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Exemptions are asked for, and decided. */
@Controller
class ExemptionController {
  private final Portal portal;
  private final Subjects subjects;
  private final WrittenEntities written;
  private final Calls calls;
  private final Clock clock = Clock.systemUTC();

  ExemptionController(Portal portal, Subjects subjects, WrittenEntities written, Calls calls) {
    this.portal = portal;
    this.subjects = subjects;
    this.written = written;
    this.calls = calls;
  }

  @MutationMapping
  CompletableFuture<Changed> requestExemption(@Argument ExemptionInput input) {
    return calls.start(
        () -> {
          List<String> rules = input.rules() == null ? List.of() : input.rules();
          Subject subject = subjects.of(input.scorecard(), rules, input.entity());
          return portal.say(
              Exemption.requested(
                  subject, input.request(), known(Exemption.ref(subject)), clock.instant()));
        });
  }

  @MutationMapping
  CompletableFuture<Changed> decideExemption(
      @Argument String ref,
      @Argument boolean approve,
      @Argument String decidedBy,
      @Argument @Nullable String decision,
      @Argument @Nullable OffsetDateTime expires) {
    EntityRef exemption = EntityRef.parse(ref, Exemption.KIND, EntityRef.DEFAULT_NAMESPACE);
    if (!exemption.kind().equals(Exemption.KIND)) {
      throw new CodedException(ErrorCode.BAD_REQUEST, exemption + " is no exemption.");
    }
    Exemption.Decision decided = new Exemption.Decision(approve, decidedBy, decision, expires);
    return calls.start(() -> decide(exemption, decided));
  }

  private Changed decide(EntityRef ref, Exemption.Decision decision) {
    Entity requested = known(ref);
    if (requested == null) {
      throw new CodedException(
          ErrorCode.NOT_FOUND, "There is no " + ref + ": nobody has asked for it.");
    }
    Changed changed = portal.say(Exemption.decided(requested, decision, clock.instant()));
    Entity since = known(ref);
    if (since == null || !decision.isSaidBy(since)) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          ref
              + " is described by another source too, whose word counts for more: decide it there.");
    }
    return changed;
  }

  /** By the last word: whoever has just asked need not wait for the catalog. */
  private @Nullable Entity known(EntityRef ref) {
    EntityChanged last =
        RefusedException.orNull(() -> written.entity(ref.kind(), ref.namespace(), ref.name()));
    return last == null ? null : last.entity();
  }
}
