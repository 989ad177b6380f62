package dev.portolan.gateway.search.http;

import dev.portolan.gateway.search.SearchAnswer;
import dev.portolan.gateway.search.SearchQuestion;
import dev.portolan.gateway.search.Suggestion;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchClients {

  @Bean
  EntitySearch entitySearch(ServiceClients clients) {
    EntitySearch atOnce = clients.client(Service.SEARCH, EntitySearch.class);
    EntitySearch waiting = clients.waitingClient(Service.SEARCH, EntitySearch.class);
    return new EntitySearch() {
      @Override
      public SearchAnswer search(SearchQuestion question) {
        return (question.minVersion().isEmpty() ? atOnce : waiting).search(question);
      }

      @Override
      public List<Suggestion> suggestions(String text, int first) {
        return atOnce.suggestions(text, first);
      }
    };
  }
}
