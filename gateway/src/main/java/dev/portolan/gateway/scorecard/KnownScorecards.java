package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;

/** The scorecards that there are, for whoever names one of them. */
public record KnownScorecards(List<ScorecardView> all) {
  private static final int MOST_NAMED = 20;

  /** The reference that a name means here, which may leave out its kind and its namespace. */
  public static EntityRef ref(String name) {
    return EntityRef.parse(name, ScorecardView.KIND, EntityRef.DEFAULT_NAMESPACE);
  }

  /**
   * The scorecard of that reference or name.
   *
   * @throws CodedException when there is none; it says which there are
   */
  public ScorecardView named(String name) {
    EntityRef ref = ref(name);
    return all.stream()
        .filter(scorecard -> scorecard.ref().equals(ref))
        .findFirst()
        .orElseThrow(
            () ->
                new CodedException(
                    ErrorCode.BAD_REQUEST,
                    "There is no scorecard %s; there are %s.".formatted(ref, named())));
  }

  private String named() {
    if (all.isEmpty()) {
      return "none";
    }
    String first =
        all.stream()
            .map(scorecard -> scorecard.ref().toString())
            .sorted()
            .limit(MOST_NAMED)
            .collect(Collectors.joining(", "));
    return all.size() <= MOST_NAMED ? first : first + " and " + (all.size() - MOST_NAMED) + " more";
  }
}
