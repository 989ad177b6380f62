package dev.portolan.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the graph is audited while it serves.
 *
 * @param period between two samples of up to 1,000 records
 */
@ConfigurationProperties("portolan.audit")
record AuditProperties(@DefaultValue("1m") Duration period) {}
