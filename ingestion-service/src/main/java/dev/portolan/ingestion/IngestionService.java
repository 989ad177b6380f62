package dev.portolan.ingestion;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class IngestionService {
  /** Starts the service. */
  public static void main(String[] arguments) {
    SpringApplication.run(IngestionService.class, arguments);
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
