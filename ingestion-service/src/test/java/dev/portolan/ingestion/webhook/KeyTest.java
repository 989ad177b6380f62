package dev.portolan.ingestion.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.source.Webhook.Scheme;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The secrets and signatures are those that the makers of each scheme give as examples. */
class KeyTest {
  private static final String STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String STANDARD_BODY = "{\"test\": 2432232314}";
  private static final String STANDARD_SIGNATURE =
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final Map<String, String> STANDARD =
      Map.of(
          "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
          "webhook-timestamp", "1614265330",
          "webhook-signature", STANDARD_SIGNATURE);

  @Test
  void githubSignsTheBody() {
    Key key = Key.of(Scheme.GITHUB, "It's a Secret to Everybody");
    Map<String, String> headers =
        Map.of(
            "x-hub-signature-256",
            "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
            "x-github-delivery",
            "72d3162e");

    Delivery delivery = delivery(headers, "Hello, World!");
    assertThat(key.signed(delivery)).isTrue();
    assertThat(key.id(delivery)).contains("72d3162e");
    assertThat(key.signed(delivery(headers, "Hello, World?"))).isFalse();
    assertThat(Key.of(Scheme.GITHUB, "another").signed(delivery)).isFalse();
    assertThat(key.signed(delivery(Map.of(), "Hello, World!"))).isFalse();
  }

  @Test
  void gitlabSendsItsTokenAlong() {
    Key key = Key.of(Scheme.GITLAB, "a-token");

    assertThat(key.signed(delivery(Map.of("x-gitlab-token", "a-token"), "{}"))).isTrue();
    assertThat(key.signed(delivery(Map.of("x-gitlab-token", "a-toke"), "{}"))).isFalse();
    assertThat(key.signed(delivery(Map.of(), "{}"))).isFalse();
  }

  @Test
  void ofAnOlderGitlabPushesToSeveralBranchesAreSeveralDeliveries() {
    Key key = Key.of(Scheme.GITLAB, "a-token");
    Map<String, String> event = Map.of("x-gitlab-event-uuid", "13792a34");
    Map<String, String> both = Map.of("x-gitlab-event-uuid", "13792a34", "idempotency-key", "f5e5");

    assertThat(key.id(delivery(event, "a"))).isNotEqualTo(key.id(delivery(event, "b")));
    assertThat(key.id(delivery(event, "a"))).isEqualTo(key.id(delivery(event, "a")));
    assertThat(key.id(delivery(both, "a"))).contains("f5e5");
  }

  @Test
  void withGitlabsSigningTokenItsSecretTokenIsNotEnough() {
    Key key = Key.of(Scheme.GITLAB, STANDARD_SECRET);

    assertThat(key.signed(delivery(STANDARD, STANDARD_BODY))).isTrue();
    assertThat(key.signed(delivery(Map.of("x-gitlab-token", STANDARD_SECRET), STANDARD_BODY)))
        .isFalse();
  }

  @Test
  void standardWebhooksSignIdTimeAndBody() {
    Key key = Key.of(Scheme.STANDARD, STANDARD_SECRET);

    assertThat(key.signed(delivery(STANDARD, STANDARD_BODY))).isTrue();
    assertThat(key.signed(delivery(STANDARD, STANDARD_BODY + " "))).isFalse();
    assertThat(key.signed(delivery(with("webhook-id", "msg_other"), STANDARD_BODY))).isFalse();
    assertThat(key.signed(delivery(with("webhook-timestamp", "1614265331"), STANDARD_BODY)))
        .isFalse();
    assertThat(key.signed(delivery(Map.of(), ""))).isFalse();
  }

  @Test
  void ofSeveralSignaturesOneIsEnoughAndThoseOfOtherKindsAreNone() {
    Key key = Key.of(Scheme.STANDARD, STANDARD_SECRET);
    String other = "v1,bm9ldHUK v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5B ";

    assertThat(
            key.signed(
                delivery(with("webhook-signature", other + STANDARD_SIGNATURE), STANDARD_BODY)))
        .isTrue();
    assertThat(
            key.signed(
                delivery(
                    with("webhook-signature", STANDARD_SIGNATURE.replace("v1,", "v1a,")),
                    STANDARD_BODY)))
        .isFalse();
  }

  /** Or the time and the beginning of a body could be moved from one into the other. */
  @Test
  void anIdWithAFullStopIsNone() {
    Key key = Key.of(Scheme.STANDARD, STANDARD_SECRET);

    assertThat(key.signed(delivery(with("webhook-id", "a.b"), STANDARD_BODY))).isFalse();
    assertThat(key.id(delivery(with("webhook-id", "a.b"), STANDARD_BODY))).isEmpty();
  }

  @Test
  void aTimeMayBeFiveMinutesAwayAndNoMore() {
    Instant now = Instant.ofEpochSecond(1_614_265_330);

    assertThat(Webhooks.late("1614265330", now)).isEmpty();
    assertThat(Webhooks.late("1614265030", now)).isEmpty();
    assertThat(Webhooks.late("1614265029", now).orElseThrow()).contains("301 seconds");
    assertThat(Webhooks.late("1614265631", now)).isPresent();
    assertThat(Webhooks.late("yesterday", now)).isPresent();
    assertThat(Webhooks.late("", now)).isPresent();
  }

  private static Map<String, String> with(String header, String value) {
    Map<String, String> headers = new HashMap<>(STANDARD);
    headers.put(header, value);
    return headers;
  }

  private static Delivery delivery(Map<String, String> headers, String body) {
    return new Delivery(headers, body.getBytes(UTF_8));
  }
}
