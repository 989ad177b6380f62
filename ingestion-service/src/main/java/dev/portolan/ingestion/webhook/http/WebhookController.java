package dev.portolan.ingestion.webhook.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.portolan.ingestion.http.ApiException;
import dev.portolan.ingestion.webhook.Delivery;
import dev.portolan.ingestion.webhook.Reaction;
import dev.portolan.ingestion.webhook.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Others tell that a source has something new. */
@RestController
class WebhookController {
  private static final int LONGEST_BODY = 1 << 20;

  private final Webhooks webhooks;

  WebhookController(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  /**
   * What came of a delivery.
   *
   * @param triggered whether the source is read because of it
   * @param sync the sync that began; absent when none did
   * @param reason why none did
   */
  @JsonInclude(Include.NON_NULL)
  record Answer(boolean triggered, @Nullable String sync, @Nullable String reason) {}

  @PostMapping("/api/sources/{source}/webhook")
  ResponseEntity<Answer> take(@PathVariable String source, HttpServletRequest request)
      throws IOException {
    return switch (webhooks.take(source, new Delivery(headers(request), body(request)))) {
      case Reaction.Refused _ ->
          throw ApiException.unauthorized(
              "The delivery is not signed with the secret of a source's webhook.");
      case Reaction.Faulty(String detail) ->
          throw ApiException.badRequest("The delivery cannot be taken", detail);
      case Reaction.PassedOver(String reason) -> ResponseEntity.ok(new Answer(false, null, reason));
      case Reaction.Taken taken ->
          ResponseEntity.status(HttpStatus.ACCEPTED).body(answer(taken.sync()));
    };
  }

  private static Answer answer(@Nullable Long sync) {
    return sync == null
        ? new Answer(true, null, "A sync is under way; one more follows it.")
        : new Answer(true, Long.toString(sync), null);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      throw ApiException.tooLarge("A delivery may have " + LONGEST_BODY + " bytes.");
    }
    return body;
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(
            name -> headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name)));
    return headers;
  }
}
