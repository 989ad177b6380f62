package dev.portolan.cli.scorecard;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entity with its standings, as the gateway answers it.
 *
 * @param standings by each scorecard that is for it
 */
record Entity(
    String ref,
    @Nullable String title,
    @JsonProperty("scorecardResults") List<Standing> standings) {

  String headline() {
    return title == null ? ref : title + " \u00b7 " + ref;
  }
}
