package dev.portolan.gateway.history.http;

import dev.portolan.events.EntityChanged;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.entity.PastEntities;
import dev.portolan.gateway.service.RefusedException;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HistoryClients {

  @Bean
  EntityHistory entityHistory(ServiceClients clients) {
    return clients.client(Service.INGESTION, EntityHistory.class);
  }

  @Bean
  ChangeLog changeLog(ServiceClients clients) {
    return clients.client(Service.INGESTION, ChangeLog.class);
  }

  @Bean
  CatalogSurroundings catalogSurroundings(ServiceClients clients) {
    return clients.client(Service.CATALOG, CatalogSurroundings.class);
  }

  @Bean
  Restoration restoration(ServiceClients clients) {
    return clients.changingClient(Service.INGESTION, Restoration.class);
  }

  @Bean
  PastEntities pastEntities(EntityHistory history) {
    return (ref, at) -> {
      EntityChanged change =
          RefusedException.orNull(
              () -> history.asOf(ref.kind(), ref.namespace(), ref.name(), at.toString()));
      return change == null || change.entity() == null
          ? null
          : EntityView.asOf(at, change.ref(), change.version(), change.entity());
    };
  }
}
