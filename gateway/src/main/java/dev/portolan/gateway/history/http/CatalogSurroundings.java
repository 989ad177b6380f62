package dev.portolan.gateway.history.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.history.Surroundings;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What catalog-service answers about what is around an entity. */
public interface CatalogSurroundings {

  @PostExchange("/api/surroundings")
  Surroundings surroundings(@RequestBody Question question);

  /**
   * Around what, and how far.
   *
   * @param hops how many relations away, whatever their type and direction
   * @param below whether everything is meant that is part of it instead
   */
  record Question(EntityRef ref, int hops, boolean below) {}
}
