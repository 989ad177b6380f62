package dev.portolan.gateway.impact.http;

import dev.portolan.gateway.service.RefusedException;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.ServiceAwayException;
import dev.portolan.gateway.service.ServiceFailedException;
import dev.portolan.gateway.service.http.ServiceClients;
import dev.portolan.gateway.service.http.ServiceStreams;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An impact as a file, passed on while catalog-service writes it. */
@RestController
class ImpactExportController {
  private static final Set<String> PARAMETERS =
      Set.of("ref", "direction", "format", "maxDepth", "relationType", "asOf");
  private static final Set<String> HEADERS =
      Set.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION);

  private final ServiceStreams services;

  ImpactExportController(ServiceClients clients) {
    this.services = clients.streams();
  }

  /**
   * Writes the file. One that breaks off ends without the last chunk, so that no client takes it
   * for whole.
   */
  @GetMapping("/export/impact")
  void export(@RequestParam MultiValueMap<String, String> asked, HttpServletResponse response)
      throws IOException {
    MultiValueMap<String, String> known = new LinkedMultiValueMap<>(asked);
    known.keySet().retainAll(PARAMETERS);
    try (ClientHttpResponse file = services.open(Service.CATALOG, "/api/impact/export", known)) {
      for (String header : HEADERS) {
        copy(header, file.getHeaders().getFirst(header), response);
      }
      OutputStream out = response.getOutputStream();
      file.getBody().transferTo(out);
      out.flush();
    }
  }

  private static void copy(String header, @Nullable String value, HttpServletResponse response) {
    if (value != null) {
      response.setHeader(header, value);
    }
  }

  @ExceptionHandler
  ProblemDetail refused(RefusedException e) {
    return problem(HttpStatus.valueOf(e.status()), e);
  }

  @ExceptionHandler
  ProblemDetail away(ServiceAwayException e) {
    return problem(HttpStatus.SERVICE_UNAVAILABLE, e);
  }

  @ExceptionHandler
  ProblemDetail failed(ServiceFailedException e) {
    return problem(HttpStatus.BAD_GATEWAY, e);
  }

  private static ProblemDetail problem(HttpStatus status, RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
  }
}
