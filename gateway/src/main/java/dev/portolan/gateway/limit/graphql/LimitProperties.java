package dev.portolan.gateway.limit.graphql;

import dev.portolan.gateway.limit.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one request may ask for.
 *
 * @param depth how many fields may stand inside each other
 * @param complexity how many objects and calls it may cause, multiplied by the sizes of pages
 * @param fields how many fields it may name, fragments counted wherever they are spread
 * @param page the longest page of a list
 * @param searchPage the longest page of hits; search-service answers no more than 100
 * @param impactPage the longest page of the entities of an impact
 * @param characters the longest document
 * @param tokens the most words and signs in a document
 * @param body the longest request over HTTP, variables included
 * @param time how long an answer may take
 */
@ConfigurationProperties("portolan.limits")
record LimitProperties(
    @DefaultValue("15") int depth,
    @DefaultValue("50000") long complexity,
    @DefaultValue("2000") int fields,
    @DefaultValue("500") int page,
    @DefaultValue("100") int searchPage,
    @DefaultValue("1000") int impactPage,
    @DefaultValue("100000") int characters,
    @DefaultValue("10000") int tokens,
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("20s") Duration time) {

  Limits limits() {
    return new Limits(depth, complexity, fields, page, searchPage, impactPage);
  }
}
