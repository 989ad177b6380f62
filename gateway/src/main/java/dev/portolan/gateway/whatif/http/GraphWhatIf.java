package dev.portolan.gateway.whatif.http;

import dev.portolan.gateway.whatif.GraphAnswer;
import dev.portolan.gateway.whatif.GraphQuestion;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What catalog-service would show. */
public interface GraphWhatIf {

  @PostExchange("/api/what-if")
  GraphAnswer whatIf(@RequestBody GraphQuestion question);
}
