package dev.portolan.ingestion.adapter.mapping;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of others, which programs then walk through. */
public final class ItemJson {
  /** Of lists and objects inside each other. */
  private static final int DEPTH = 200;

  private ItemJson() {}

  /**
   * Reads no deeper than a program can follow.
   *
   * @param longest of one text in it
   */
  public static JsonMapper mapper(int longest) {
    StreamReadConstraints bounds =
        StreamReadConstraints.builder().maxNestingDepth(DEPTH).maxStringLength(longest).build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(bounds).build()).build();
  }
}
