package dev.portolan.gateway.limit.graphql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body that no honest question needs, whether it says its length or comes in chunks. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {
  private final int longest;

  BodyLimit(LimitProperties properties) {
    this.longest = Math.toIntExact(properties.body().toBytes());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > longest) {
      refuse(response);
    } else if (request.getHeader("Transfer-Encoding") != null) {
      byte[] body = request.getInputStream().readNBytes(longest + 1);
      if (body.length > longest) {
        refuse(response);
      } else {
        chain.doFilter(new WholeRequest(request, body), response);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    response.setContentType("application/problem+json");
    response
        .getWriter()
        .print(
            """
            {"title":"Content Too Large","status":413,"detail":"A request may have %d bytes."}"""
                .formatted(longest));
  }
}
