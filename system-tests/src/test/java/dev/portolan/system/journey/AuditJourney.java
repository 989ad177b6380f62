package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Somebody doubts what the search finds. */
@ExtendWith(OnPlatform.class)
class AuditJourney {

  @Test
  void theIndexSaysOfItselfThatItHoldsWhatTheTopicSays(Platform platform) {
    platform.await();
    URI audit = platform.http(Part.SEARCH_SERVICE).resolve("/api/projection/audit");
    JsonNode found = Http.post(audit, "application/json", "").json();

    assertThat(found.path("checked").asInt()).as("%s", found).isPositive();
    assertThat(found.path("examples")).as("%s", found).isEmpty();
  }
}
