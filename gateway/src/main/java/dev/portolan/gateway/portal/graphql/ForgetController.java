package dev.portolan.gateway.portal.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Changed;
import dev.portolan.gateway.portal.http.Portal;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Forgets what people set up through the portal. */
@Controller
class ForgetController {
  private static final List<String> KINDS =
      List.of("scorecard", "initiative", "exemption", "check");

  private final Portal portal;
  private final Calls calls;

  ForgetController(Portal portal, Calls calls) {
    this.portal = portal;
    this.calls = calls;
  }

  @MutationMapping
  CompletableFuture<Changed> forget(@Argument String ref) {
    EntityRef entity = EntityRef.parse(ref);
    if (!KINDS.contains(entity.kind())) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          "%s is of kind %s; what is forgotten here is of kind %s."
              .formatted(entity, entity.kind(), String.join(", ", KINDS)));
    }
    return calls.start(() -> portal.forget(entity));
  }
}
