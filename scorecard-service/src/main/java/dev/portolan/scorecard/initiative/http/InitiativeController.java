package dev.portolan.scorecard.initiative.http;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.postgres.Definitions;
import dev.portolan.scorecard.http.Asked;
import dev.portolan.scorecard.initiative.Remainder;
import dev.portolan.scorecard.initiative.postgres.Initiatives;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers which initiatives there are, how far they are, and who still has something to do. */
@RestController
class InitiativeController {
  private static final int LONGEST_PAGE = 1_000;

  private final Initiatives initiatives;
  private final Definitions definitions;
  private final Clock clock;

  InitiativeController(Initiatives initiatives, Definitions definitions, Clock clock) {
    this.initiatives = initiatives;
    this.definitions = definitions;
    this.clock = clock;
  }

  record All(List<InitiativeView> initiatives) {}

  @GetMapping("/api/initiatives")
  All all() {
    var compiled =
        definitions.standards().all().stream()
            .collect(Collectors.toMap(each -> each.ref(), Function.identity(), (a, _) -> a));
    return new All(
        initiatives.all().stream()
            .map(
                each -> {
                  EntityRef ref = each.scorecard().ref();
                  var known = compiled.get(ref);
                  return InitiativeView.of(
                      each,
                      known == null ? each.scorecard().problems() : known.problems(),
                      initiatives.progress(ref),
                      clock.instant());
                })
            .toList());
  }

  record Open(long total, List<Remainder> open, boolean hasNextPage) {}

  /** Page by page; the next one comes after the last reference of this one. */
  @GetMapping("/api/initiatives/{namespace}/{name}/open")
  Open open(
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam(defaultValue = "50") int first,
      @RequestParam(defaultValue = "") String after,
      @RequestParam Optional<String> owner) {
    int asked = Asked.within("first", first, LONGEST_PAGE);
    EntityRef initiative = Asked.standard("initiatives", namespace, name);
    Optional<EntityRef> owned = owner.map(Asked::ref);
    List<Remainder> open = initiatives.open(initiative, owned, after, asked + 1);
    return new Open(
        initiatives.countOpen(initiative, owned),
        open.subList(0, Math.min(asked, open.size())),
        open.size() > asked);
  }
}
