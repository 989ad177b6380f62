package dev.portolan.ingestion.webhook;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import dev.portolan.ingestion.adapter.News;
import dev.portolan.ingestion.schedule.AdapterRuns;
import dev.portolan.ingestion.schedule.Adapters;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.Webhook;
import dev.portolan.ingestion.source.postgres.SourceTable;
import dev.portolan.ingestion.webhook.postgres.DeliveryTable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes deliveries, and has the sources read that they concern. */
@Component
public class Webhooks {
  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

  /** How far the clock of who sends may be from ours, and how long a delivery may be under way. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SourceTable sources;
  private final WebhookKeys keys;
  private final NewsReading reading;
  private final Adapters adapters;
  private final DeliveryTable deliveries;
  private final AdapterRuns runs;
  private final InstantSource clock;

  Webhooks(
      SourceTable sources,
      WebhookKeys keys,
      JsonMapper mapper,
      Adapters adapters,
      DeliveryTable deliveries,
      AdapterRuns runs,
      InstantSource clock) {
    this.sources = sources;
    this.keys = keys;
    this.reading = new NewsReading(mapper);
    this.adapters = adapters;
    this.deliveries = deliveries;
    this.runs = runs;
    this.clock = clock;
  }

  /**
   * Takes a delivery.
   *
   * @param name of the source, which there may not be: that is found out by nobody who does not
   *     know its secret
   */
  public Reaction take(String name, Delivery delivery) {
    Optional<Source> source = sources.find(name);
    @Nullable Webhook webhook = source.map(Source::webhook).orElse(null);
    Key key = Optional.ofNullable(webhook).flatMap(keys::key).orElse(keys.nobodys());
    if (!key.signed(delivery) || webhook == null) {
      log.debug("A delivery for source {} is not signed by its secret", name);
      return new Reaction.Refused();
    }
    return taken(source.orElseThrow(), webhook, key, delivery);
  }

  private Reaction taken(Source source, Webhook webhook, Key key, Delivery delivery) {
    Instant now = clock.instant();
    Optional<String> id = key.id(delivery).filter(each -> each.length() <= Key.LONGEST_ID);
    if (id.isEmpty()) {
      return new Reaction.Faulty(
          "The delivery has no id by which it is known when it comes again, or one of more than "
              + Key.LONGEST_ID
              + " characters.");
    }
    Optional<String> late = key.timestamp(delivery).flatMap(each -> late(each, now));
    if (late.isPresent()) {
      return new Reaction.Faulty(late.get());
    }
    News news;
    try {
      news = reading.read(webhook.scheme(), delivery);
    } catch (IllegalArgumentException e) {
      return new Reaction.Faulty(e.getMessage() + ".");
    }
    return passesOver(source, webhook, news)
        .<Reaction>map(Reaction.PassedOver::new)
        .orElseGet(() -> wanted(source, id.get(), now));
  }

  /** The signature covers the time, so it is that of who knows the secret. */
  static Optional<String> late(String timestamp, Instant now) {
    if (!timestamp.matches("[0-9]{1,12}")) {
      return Optional.of("The webhook-timestamp must be in seconds since 1970.");
    }
    Duration away = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs();
    return away.compareTo(TOLERANCE) <= 0
        ? Optional.empty()
        : Optional.of(
            "The webhook-timestamp is "
                + away.toSeconds()
                + " seconds from this service's clock; at most "
                + TOLERANCE.toSeconds()
                + " are taken, as an older delivery may be somebody else's copy.");
  }

  private Optional<String> passesOver(Source source, Webhook webhook, News news) {
    if (webhook.scheme() == Webhook.Scheme.GITHUB && news.equals(new News.Other("ping"))) {
      return Optional.of("The webhook works.");
    }
    try {
      return adapters
          .named(source.adapter())
          .map(adapter -> adapter.passesOver(source.configuration(), news))
          .orElse(Optional.of("The service does not know the adapter of the source."));
    } catch (InvalidConfigurationException e) {
      // What is wrong with the configuration stands in the sync that fails by it.
      return Optional.empty();
    }
  }

  private Reaction wanted(Source source, String delivery, Instant now) {
    if (!deliveries.take(source.name(), delivery, now)) {
      return new Reaction.PassedOver("The delivery was taken before.");
    }
    try {
      return new Reaction.Taken(runs.start(source).sync());
    } catch (DuplicateKeyException e) {
      return new Reaction.Taken(null);
    }
  }
}
