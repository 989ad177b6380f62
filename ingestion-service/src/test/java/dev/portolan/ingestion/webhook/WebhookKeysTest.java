package dev.portolan.ingestion.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.ingestion.adapter.network.Secrets;
import dev.portolan.ingestion.source.Webhook;
import dev.portolan.ingestion.source.Webhook.Scheme;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookKeysTest {
  private final WebhookKeys keys =
      new WebhookKeys(
          new Secrets(
              Secrets.Family.WEBHOOK,
              Map.of(
                      "PORTOLAN_WEBHOOK_A",
                      "not base64!",
                      "PORTOLAN_WEBHOOK_EMPTY",
                      " ",
                      "PORTOLAN_POSTGRES_PASSWORD",
                      "c2VjcmV0")
                  ::get,
              null));

  @Test
  void aSecretOfTheFamilyIsTaken() {
    assertThatCode(() -> keys.check(new Webhook(Scheme.GITHUB, "PORTOLAN_WEBHOOK_A")))
        .doesNotThrowAnyException();
  }

  @Test
  void aSecretOfTheServiceIsNoSecretOfAWebhook() {
    Webhook webhook = new Webhook(Scheme.GITHUB, "PORTOLAN_POSTGRES_PASSWORD");

    assertThat(keys.key(webhook)).isEmpty();
    assertThatThrownBy(() -> keys.check(webhook)).hasMessageContaining("PORTOLAN_WEBHOOK_");
  }

  @Test
  void nothingIsSignedByASecretThatIsMissingOrEmpty() {
    for (String name : new String[] {"PORTOLAN_WEBHOOK_NONE", "PORTOLAN_WEBHOOK_EMPTY"}) {
      Webhook webhook = new Webhook(Scheme.GITHUB, name);

      assertThat(keys.key(webhook)).isEmpty();
      assertThatThrownBy(() -> keys.check(webhook)).hasMessageContaining(name);
    }
  }

  @Test
  void aSecretThatIsNotWrittenAsTheSchemeHasItIsRefusedAndNotSaid() {
    Webhook webhook = new Webhook(Scheme.STANDARD, "PORTOLAN_WEBHOOK_A");

    assertThat(keys.key(webhook)).isEmpty();
    assertThatThrownBy(() -> keys.check(webhook))
        .hasMessageContaining("whsec_")
        .hasMessageNotContaining("not base64!");
  }
}
