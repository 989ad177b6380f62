package dev.portolan.ingestion.source.http;

import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.Webhook;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source as somebody wants it; what is left out is as usual. */
record SourceRequest(
    @Nullable String adapter,
    @Nullable Map<String, Object> configuration,
    @Nullable String schedule,
    @Nullable Integer priority,
    @Nullable Hold hold,
    @Nullable Hook webhook,
    @Nullable String lease) {

  /** When to hold; what is left out is as usual. */
  record Hold(@Nullable Double share, @Nullable Integer count) {
    HoldThreshold threshold() {
      return new HoldThreshold(
          share == null ? HoldThreshold.DEFAULT.share() : share,
          count == null ? HoldThreshold.DEFAULT.count() : count);
    }
  }

  /** How others may tell that the source has something new. */
  record Hook(@Nullable String scheme, @Nullable String secret) {
    Webhook webhook() {
      if (secret == null) {
        throw new IllegalArgumentException(
            "The webhook has no secret: give the name of one, such as PORTOLAN_WEBHOOK_SECRET");
      }
      return new Webhook(
          switch (scheme) {
            case "github" -> Webhook.Scheme.GITHUB;
            case "gitlab" -> Webhook.Scheme.GITLAB;
            case "standard" -> Webhook.Scheme.STANDARD;
            case null, default ->
                throw new IllegalArgumentException(
                    "The webhook's scheme must be github, gitlab or standard, not " + scheme);
          },
          secret);
    }
  }

  /**
   * The source.
   *
   * @throws IllegalArgumentException saying which field is wrong, and how to mend it
   */
  Source source(String name) {
    return new Source(
        name,
        adapter == null ? Source.PUSH : adapter,
        configuration == null ? Map.of() : configuration,
        schedule == null ? null : duration("schedule", schedule),
        priority == null ? Source.DEFAULT_PRIORITY : priority,
        hold == null ? HoldThreshold.DEFAULT : hold.threshold(),
        webhook == null ? null : webhook.webhook(),
        lease == null ? null : duration("lease", lease));
  }

  private static Duration duration(String field, String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "The " + field + " '" + text + "' is no ISO-8601 duration, such as PT10M", e);
    }
  }
}
