package dev.portolan.ingestion.http;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How the connector differs from Tomcat's habits. */
@Component
class TomcatConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(
        connector -> {
          // curl --data-binary says that its body is a form; asking for a parameter would eat it.
          connector.setParseBodyMethods("");
          // A reference is one path segment to whoever encodes its slash.
          connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
  }
}
