package dev.portolan.gateway.impact.graphql;

import static java.util.Objects.requireNonNull;

import dev.portolan.gateway.impact.RollUp;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import java.util.EnumMap;
import java.util.Map;

/** Which roll-ups a document wants, so that nothing else is counted and sent. */
public final class AskedRollUps {
  private AskedRollUps() {}

  /**
   * How many keys of each are wanted.
   *
   * @param impact the path to the impact, with a slash behind it where it is not empty
   */
  public static Map<RollUp, Integer> of(DataFetchingFieldSelectionSet fields, String impact) {
    Map<RollUp, Integer> asked = new EnumMap<>(RollUp.class);
    for (RollUp rollUp : RollUp.values()) {
      for (SelectedField field : fields.getFields(impact + rollUp.field())) {
        asked.merge(rollUp, (int) argument(field, "first"), Math::max);
      }
    }
    for (SelectedField field : fields.getFields(impact + "distinct")) {
      asked.putIfAbsent(RollUp.valueOf(argument(field, "of").toString()), 0);
    }
    return asked;
  }

  /** The schema lets none of them be absent. */
  private static Object argument(SelectedField field, String name) {
    return requireNonNull(field.getArguments().get(name), name);
  }
}
