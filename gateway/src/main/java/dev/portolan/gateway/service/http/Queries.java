package dev.portolan.gateway.service.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriBuilder;

/** Queries whose values are never read as anything but values. */
final class Queries {
  private Queries() {}

  static URI of(UriBuilder uri, MultiValueMap<String, String> parameters) {
    List<String> values = new ArrayList<>();
    parameters.forEach(
        (name, all) ->
            all.forEach(
                value -> {
                  uri.queryParam(name, "{" + values.size() + "}");
                  values.add(value);
                }));
    return uri.build(values.toArray());
  }
}
