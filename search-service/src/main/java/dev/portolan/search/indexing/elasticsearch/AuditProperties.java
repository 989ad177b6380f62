package dev.portolan.search.indexing.elasticsearch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often a sample of the index is compared with the topic.
 *
 * @param period between two samples
 */
@ConfigurationProperties("portolan.audit")
record AuditProperties(Duration period) {}
