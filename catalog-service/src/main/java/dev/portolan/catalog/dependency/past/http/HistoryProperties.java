package dev.portolan.catalog.dependency.past.http;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the past is asked for.
 *
 * @param url where ingestion-service answers
 * @param readTimeout how long it may be silent in the middle of an answer
 */
@ConfigurationProperties("portolan.history")
record HistoryProperties(URI url, @DefaultValue("20s") Duration readTimeout) {}
