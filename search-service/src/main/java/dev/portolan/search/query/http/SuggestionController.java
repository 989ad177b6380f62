package dev.portolan.search.query.http;

import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.Suggestion;
import dev.portolan.search.query.elasticsearch.Suggestions;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says what a text may become, while it is typed. */
@RestController
class SuggestionController {
  private final Suggestions suggestions;

  SuggestionController(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  @GetMapping("/api/suggestions")
  List<Suggestion> suggestions(
      @RequestParam String text, @RequestParam(defaultValue = "8") int first) {
    if (first < 1 || first > Suggestion.MOST) {
      throw new InvalidSearchException(
          "first", "first is %d; it must be 1 to %d.".formatted(first, Suggestion.MOST));
    }
    return suggestions.of(text, first);
  }
}
