package dev.portolan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClient;

class PagesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static String page(String path) {
    return String.valueOf(
        RestClient.create(gateway.url()).get().uri(path).retrieve().body(String.class));
  }

  @Test
  void everythingThatGraphiqlLoadsIsInTheGateway() {
    String page = page("/graphiql");

    List<String> files =
        Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();
    assertThat(files).hasSize(6).allMatch(file -> file.startsWith("/"), "is a file of ours");
    assertThat(files).allSatisfy(file -> assertThat(page(file)).isNotBlank());
  }

  @Test
  void theFirstPageLeadsToWhatThereIs() {
    Matcher links = Pattern.compile("<a href=\"([^\"]+)\"").matcher(page("/"));

    assertThat(links.results().map(link -> page(link.group(1))))
        .hasSize(4)
        .allSatisfy(content -> assertThat(content).isNotBlank());
  }
}
