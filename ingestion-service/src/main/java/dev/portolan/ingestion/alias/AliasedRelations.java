package dev.portolan.ingestion.alias;

import dev.portolan.events.Entity;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.observation.RelationFields;
import dev.portolan.ingestion.observation.Relations;
import java.util.List;

/**
 * Relations that lead to whoever has the name that a spec says.
 *
 * @param fields the relations as the spec says them
 * @param aliases who has which name
 */
public record AliasedRelations(RelationFields fields, Aliases aliases) implements RelationFields {

  @Override
  public boolean unite(String kind, String pointer) {
    return fields.unite(kind, pointer);
  }

  @Override
  public List<Relation> relationsOf(Entity entity) {
    List<Relation> said = fields.relationsOf(entity);
    return Alias.isUsedBy(entity)
        ? Relations.each(said, target -> aliases.find(target, entity))
        : said;
  }
}
