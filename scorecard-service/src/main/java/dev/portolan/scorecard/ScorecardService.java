package dev.portolan.scorecard;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the scorecard service. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class ScorecardService {

  public static void main(String[] arguments) {
    SpringApplication.run(ScorecardService.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
