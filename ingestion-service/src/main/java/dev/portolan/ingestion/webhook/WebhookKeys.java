package dev.portolan.ingestion.webhook;

import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.source.Webhook;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** The keys of webhooks, by the names of their secrets. */
@Component
public class WebhookKeys {

  /**
   * Where secrets are, beside environment variables.
   *
   * @param secretsFolder the folder that holds them, each in a file of its name
   */
  @ConfigurationProperties("portolan.webhooks")
  record Settings(@Nullable Path secretsFolder) {}

  private final Secrets secrets;

  /** Nobody knows its secret: what is checked by it takes as long, and never passes. */
  private final Key nobodys = new GitHubKey(UUID.randomUUID().toString());

  @Autowired
  WebhookKeys(Settings settings) {
    this(new Secrets(Secrets.Family.WEBHOOK, System::getenv, settings.secretsFolder()));
  }

  WebhookKeys(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Refuses a webhook whose secret is not there, or cannot be one.
   *
   * @throws IllegalArgumentException saying which, and never what it is
   */
  public void check(Webhook webhook) {
    String name = webhook.secret();
    if (!Secrets.Family.WEBHOOK.isName(name)) {
      throw new IllegalArgumentException(
          "The webhook's secret " + Secrets.Family.WEBHOOK.rule("PORTOLAN_WEBHOOK_SECRET"));
    }
    if (secret(webhook).isEmpty()) {
      throw new IllegalArgumentException(
          "The service has no environment variable and no file " + name + ", or nothing is in it");
    }
    if (key(webhook).isEmpty()) {
      throw new IllegalArgumentException(
          "The secret "
              + name
              + " is not written as Standard Webhooks has it: whsec_ and then base64");
    }
  }

  /** The key of a webhook, if its secret is there and can be one. */
  Optional<Key> key(Webhook webhook) {
    try {
      return secret(webhook).map(secret -> Key.of(webhook.scheme(), secret));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A key by which nothing is signed. */
  Key nobodys() {
    return nobodys;
  }

  private Optional<String> secret(Webhook webhook) {
    return secrets.find(webhook.secret()).filter(secret -> !secret.isEmpty());
  }
}
