package dev.portolan.ingestion.kind;

import dev.portolan.events.RelationType;
import dev.portolan.events.RelationType.Trouble;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Where a kind says of a relation type another way of trouble than holds for it already. */
public final class TroubleFaults {
  private static final String KEYWORD = "trouble";

  private TroubleFaults() {}

  /** What one relation of a definition says of its type. */
  private record Said(int index, String type, Trouble way, JsonNode word) {
    SpecFault fault(String message) {
      return new SpecFault("/relations/" + index + "/" + KEYWORD, KEYWORD, message, word);
    }
  }

  /** Those that a definition has by itself; the field of each is a pointer into the spec. */
  static List<SpecFault> of(JsonNode relations) {
    List<SpecFault> faults = new ArrayList<>();
    Map<String, Trouble> before = new HashMap<>();
    for (Said said : said(relations)) {
      Trouble builtIn = RelationType.builtInTrouble(said.type()).orElse(said.way());
      Trouble first = before.getOrDefault(said.type(), said.way());
      before.put(said.type(), first);
      if (builtIn != said.way()) {
        faults.add(said.fault(builtIn(said.type(), builtIn)));
      } else if (first != said.way()) {
        faults.add(said.fault(before(said.type(), first)));
      }
    }
    return faults;
  }

  /**
   * The first that it has beside other kinds.
   *
   * @param spec in which {@link DefinitionFaults} finds nothing
   * @param others definitions that stand
   */
  public static Optional<SpecFault> beside(JsonNode spec, Collection<KindDefinition> others) {
    for (Said said : said(spec.path("relations"))) {
      for (KindDefinition other : others) {
        Trouble way = other.trouble().getOrDefault(said.type(), said.way());
        if (way != said.way()) {
          return Optional.of(said.fault(elsewhere(said.type(), other.kind(), way)));
        }
      }
    }
    return Optional.empty();
  }

  private static List<Said> said(JsonNode relations) {
    List<Said> said = new ArrayList<>();
    for (int index = 0; index < relations.size(); index++) {
      JsonNode word = relations.get(index).path(KEYWORD);
      String type = relations.get(index).path("type").asString("");
      int at = index;
      Trouble.of(word.stringValue(null)).ifPresent(way -> said.add(new Said(at, type, way, word)));
    }
    return said;
  }

  private static String builtIn(String type, Trouble trouble) {
    return "the type '%s' is built in, and its trouble is '%s': leave it out, or take another type"
        .formatted(type, trouble.word());
  }

  private static String before(String type, Trouble trouble) {
    return "a relation before says that the trouble of the type '%s' is '%s', and a type has one"
        .formatted(type, trouble.word());
  }

  private static String elsewhere(String type, String kind, Trouble trouble) {
    return "The kind %s says that the trouble of the type '%s' is '%s', and a type has one."
            .formatted(kind, type, trouble.word())
        + " Until they say the same, this kind stays as it was.";
  }
}
