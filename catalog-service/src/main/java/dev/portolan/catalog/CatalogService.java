package dev.portolan.catalog;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the catalog service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class CatalogService {

  public static void main(String[] arguments) {
    SpringApplication.run(CatalogService.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
