package dev.portolan.search.indexing.elasticsearch;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the documents are.
 *
 * @param name the alias under which the index is written and searched
 */
@ConfigurationProperties("portolan.index")
public record IndexProperties(String name) {}
