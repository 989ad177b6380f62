package dev.portolan.ingestion.sync.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The bounds of a push.
 *
 * @param maxBody the longest body, after decoding
 */
@ConfigurationProperties("portolan.push")
record PushProperties(@DefaultValue("64MB") DataSize maxBody) {}
