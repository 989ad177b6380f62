package dev.portolan.catalog.dependency.http;

import dev.portolan.catalog.dependency.ImpactRow;
import dev.portolan.catalog.paging.InvalidQueryException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;

/** The formats in which an impact is exported. */
enum ImpactExport {
  /** A line of column names, then a line for each entity; the path is parted by blanks. */
  CSV("text/csv;charset=UTF-8") {
    @Override
    ObjectWriter lines() {
      CsvMapper mapper = CsvMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
      return mapper
          .writerFor(ImpactRow.class)
          .with(mapper.schemaFor(ImpactRow.class).withHeader().withArrayElementSeparator(" "));
    }
  },
  /** A JSON object for each entity, one on a line. */
  JSONL("application/jsonl") {
    @Override
    ObjectWriter lines() {
      return JsonMapper.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build()
          .writerFor(ImpactRow.class)
          .withRootValueSeparator("\n");
    }
  };

  private final String contentType;

  ImpactExport(String contentType) {
    this.contentType = contentType;
  }

  /**
   * The format of that name.
   *
   * @throws InvalidQueryException when there is none
   */
  static ImpactExport named(@Nullable String name) {
    for (ImpactExport format : values()) {
      if (format.extension().equals(name)) {
        return format;
      }
    }
    throw new InvalidQueryException("format is " + name + "; there are csv and jsonl");
  }

  String contentType() {
    return contentType;
  }

  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What writes rows one after the other, and leaves the stream open. */
  SequenceWriter to(OutputStream out) throws IOException {
    return lines().writeValues(out);
  }

  abstract ObjectWriter lines();
}
