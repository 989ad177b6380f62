package dev.portolan.search.query.dependency.http;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where catalog-service is.
 *
 * @param url its address
 * @param patience how long it may take to answer
 */
@ConfigurationProperties("portolan.catalog")
record CatalogProperties(URI url, Duration patience) {}
