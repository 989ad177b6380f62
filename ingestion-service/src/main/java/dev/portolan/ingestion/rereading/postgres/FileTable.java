package dev.portolan.ingestion.rereading.postgres;

import dev.portolan.ingestion.rereading.Basis;
import dev.portolan.ingestion.rereading.RememberedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is remembered of each file of a source. */
@Component
class FileTable {
  /** Of the JSON of one file, in characters: longer ones are read each time. */
  private static final int LONGEST = 1 << 20;

  /** Of a path: PostgreSQL indexes no more than 2,704 bytes of a row. */
  private static final int LONGEST_PATH_BYTES = 2_000;

  private final JdbcClient jdbc;
  private final JsonMapper mapper;

  FileTable(JdbcClient jdbc, JsonMapper mapper) {
    this.jdbc = jdbc;
    this.mapper = mapper;
  }

  List<RememberedFile> find(String source, Basis basis, Collection<String> files) {
    return jdbc.sql(
            "select remembered from file_reading where source = ? and file = any(?) and basis = ?")
        .params(source, texts(files), basis.hash())
        .query((row, _) -> mapper.readValue(row.getString("remembered"), RememberedFile.class))
        .list();
  }

  void put(String source, Basis basis, Collection<RememberedFile> remembered) {
    var files = new ArrayList<String>();
    var texts = new ArrayList<String>();
    for (RememberedFile each : remembered) {
      String file = each.reading().file();
      String text = mapper.writeValueAsString(each);
      if (text.length() <= LONGEST
          && file.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PATH_BYTES) {
        files.add(file);
        texts.add(text);
      }
    }
    jdbc.sql(
            """
            insert into file_reading (source, file, basis, remembered)
            select ?, file, ?, remembered::json from unnest(?, ?) as new (file, remembered)
            on conflict (source, file) do update
            set basis = excluded.basis, remembered = excluded.remembered
            """)
        .params(source, basis.hash(), texts(files), texts(texts))
        .update();
  }

  void deleteOthers(String source, Collection<String> files) {
    jdbc.sql(
            """
            delete from file_reading f where source = ?
              and not exists (select 1 from unnest(?) as kept (file) where kept.file = f.file)
            """)
        .params(source, texts(files))
        .update();
  }

  private static SqlArrayValue texts(Collection<String> texts) {
    return new SqlArrayValue("text", texts.toArray());
  }
}
