package dev.portolan.search.query.scorecard.http;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where scorecard-service is.
 *
 * @param url its address
 * @param patience how long it may take to answer
 */
@ConfigurationProperties("portolan.scorecard")
record ScorecardProperties(URI url, Duration patience) {}
