package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.portolan.events.EntityRef;
import dev.portolan.search.query.Neighbours;
import dev.portolan.search.query.OwnerTitles;
import dev.portolan.search.query.Preference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Asks the index what its entities say of each other. */
final class Neighbourhood {
  private static final double POINTS_OF_TEAM = 150;
  private static final int MOST_OWNERS = 2_000;

  /** Each is sought in every part of the index with every search: a thousand doubled its time. */
  private static final int MOST_DEPENDED_ON = 50;

  private static final int MOST_TEAMS = 200;

  /** Fewer are not many, even where the fiftieth has no more. */
  private static final int LEAST_DEPENDENTS = 10;

  private static final double POINTS_OF_DEPENDED_ON = 0.02;

  private final Reading reading;
  private final String index;

  Neighbourhood(Reading reading, String index) {
    this.reading = reading;
    this.index = index;
  }

  /** What is so for whoever asks. */
  Neighbours ofAll() {
    SearchRequest request =
        SearchRequest.of(
            search ->
                search
                    .index(index)
                    .size(0)
                    .requestCache(true)
                    .timeout(EntityQuery.PATIENCE)
                    .aggregations("owner", a -> a.terms(t -> t.field("owner").size(MOST_OWNERS)))
                    .aggregations(
                        "dependsOn",
                        a ->
                            a.terms(
                                t ->
                                    t.field("dependsOn")
                                        .size(MOST_DEPENDED_ON)
                                        .minDocCount(LEAST_DEPENDENTS))));
    Map<String, Aggregate> answer =
        reading.ask(elasticsearch -> elasticsearch.search(request, Void.class)).aggregations();
    List<String> owners =
        buckets(answer.get("owner")).stream().map(each -> each.key().stringValue()).toList();
    return new Neighbours(titles(owners), dependedOn(buckets(answer.get("dependsOn"))));
  }

  /** That what the teams of a user own comes first; nothing for somebody without teams. */
  List<Preference> of(EntityRef viewer) {
    String ref = viewer.toString();
    SearchRequest request =
        SearchRequest.of(
            search ->
                search
                    .index(index)
                    .size(MOST_TEAMS)
                    .timeout(EntityQuery.PATIENCE)
                    .trackTotalHits(total -> total.enabled(false))
                    .source(source -> source.filter(f -> f.includes("ref", "memberships")))
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.should(s -> s.term(t -> t.field("ref").value(ref)))
                                        .should(
                                            s -> s.term(t -> t.field("memberships").value(ref))))));
    Set<String> teams = new TreeSet<>();
    for (Hit<Member> hit : search(request, Member.class)) {
      Member member = hit.source();
      if (member != null) {
        teams.addAll(member.ref().equals(ref) ? member.all() : List.of(member.ref()));
      }
    }
    return teams.isEmpty()
        ? List.of()
        : List.of(
            new Preference(
                "a team of " + ref + " owns it", "owner", List.copyOf(teams), POINTS_OF_TEAM));
  }

  /** What is read of a group or user. */
  record Member(String ref, @Nullable List<String> memberships) {
    List<String> all() {
      return memberships == null ? List.of() : memberships;
    }
  }

  /** What is read of an owner. */
  record Titled(String ref, @Nullable String title) {}

  private OwnerTitles titles(List<String> owners) {
    if (owners.isEmpty()) {
      return OwnerTitles.NONE;
    }
    List<FieldValue> refs = owners.stream().map(FieldValue::of).toList();
    SearchRequest request =
        SearchRequest.of(
            search ->
                search
                    .index(index)
                    .size(MOST_OWNERS)
                    .timeout(EntityQuery.PATIENCE)
                    .trackTotalHits(total -> total.enabled(false))
                    .source(source -> source.filter(f -> f.includes("ref", "title")))
                    .query(
                        q ->
                            q.bool(
                                b ->
                                    b.filter(
                                            f ->
                                                f.terms(
                                                    t -> t.field("ref").terms(v -> v.value(refs))))
                                        .filter(f -> f.exists(e -> e.field("title"))))));
    Map<String, String> titles = new HashMap<>();
    for (Hit<Titled> hit : search(request, Titled.class)) {
      Titled owner = hit.source();
      if (owner != null && owner.title() != null) {
        titles.put(owner.ref(), owner.title());
      }
    }
    return OwnerTitles.of(titles);
  }

  private static List<Preference> dependedOn(List<StringTermsBucket> most) {
    return most.isEmpty()
        ? List.of()
        : List.of(
            new Preference(
                "it is one of the %d on which most depends".formatted(MOST_DEPENDED_ON),
                "ref",
                most.stream().map(each -> each.key().stringValue()).toList(),
                POINTS_OF_DEPENDED_ON));
  }

  private <T> List<Hit<T>> search(SearchRequest request, Class<T> type) {
    return reading.ask(elasticsearch -> elasticsearch.search(request, type)).hits().hits();
  }

  /** Where no document has the field, Elasticsearch answers another type of aggregate. */
  private static List<StringTermsBucket> buckets(@Nullable Aggregate terms) {
    return terms != null && terms.isSterms() ? terms.sterms().buckets().array() : List.of();
  }
}
