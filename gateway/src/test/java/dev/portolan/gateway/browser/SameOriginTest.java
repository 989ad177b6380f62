package dev.portolan.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SameOriginTest {

  @Test
  void aPageOfTheGatewayIsLetIn() {
    assertThat(SameOrigin.isSame("http://localhost:8080", "localhost:8080")).isTrue();
    assertThat(SameOrigin.isSame("https://Catalog.example.org", "catalog.example.org")).isTrue();
  }

  @Test
  void aClientThatIsNoBrowserIsLetIn() {
    assertThat(SameOrigin.isSame(null, "localhost:8080")).isTrue();
  }

  @Test
  void aPageOfAnotherSiteIsNot() {
    assertThat(SameOrigin.isSame("https://evil.example.org", "localhost:8080")).isFalse();
    assertThat(SameOrigin.isSame("http://localhost:3000", "localhost:8080")).isFalse();
    assertThat(SameOrigin.isSame("http://localhost:8080.evil.org", "localhost:8080")).isFalse();
    assertThat(SameOrigin.isSame("null", "localhost:8080")).isFalse();
    assertThat(SameOrigin.isSame("no origin at all", "localhost:8080")).isFalse();
  }
}
