package dev.portolan.search.query.elasticsearch;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people search here.
 *
 * @param synonyms rules: see {@link dev.portolan.search.query.Synonyms#of}
 */
@ConfigurationProperties("portolan.query")
record QueryProperties(List<String> synonyms) {}
