package dev.portolan.cli.proposal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.portolan.cli.page.Cell;
import dev.portolan.cli.page.Section;
import dev.portolan.cli.page.Words;
import java.util.List;

/**
 * What would become of an entity.
 *
 * @param ref the entity
 * @param change whether it would be CREATED, UPDATED or DELETED
 * @param changed in which fields it would differ
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Change(String ref, String change, List<Field> changed) {

  /** A row for each change. */
  public static Section section(List<Change> changes) {
    return Section.of(
        "Changes",
        List.of("change", "entity", "what differs"),
        changes,
        changes.size(),
        change ->
            List.of(
                Cell.words(Words.words(change.change())),
                Cell.exact(change.ref()),
                Cell.exact(change.changed().stream().map(Field::difference).toList())));
  }
}
