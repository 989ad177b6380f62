package dev.portolan.ingestion.adapter.database.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A row as a mapping sees it, of the types that MySQL's driver gives. */
class ColumnsTest {
  private final RowSetMetaDataImpl columns = new RowSetMetaDataImpl();

  @Test
  void eachValueIsWhatJsonHasForIt() throws SQLException {
    CachedRowSet row =
        row(
            column("id", Types.BIGINT, "BIGINT UNSIGNED", new BigDecimal("18446744073709551615")),
            column("cost", Types.DECIMAL, "DECIMAL", new BigDecimal("1.50")),
            column("share", Types.DOUBLE, "DOUBLE", 0.25),
            column("retired", Types.BIT, "BIT", true),
            column("name", Types.VARCHAR, "VARCHAR", "cart"),
            column("labels", Types.LONGVARCHAR, "JSON", "{\"tier\": [1]}"),
            column("note", Types.LONGVARCHAR, "TEXT", "{\"tier\": [1]}"),
            column("team", Types.VARCHAR, "VARCHAR", null),
            column("logo", Types.LONGVARBINARY, "BLOB", null));

    assertThat(Columns.of(row, 1))
        .hasToString(
            """
            {"id":18446744073709551615,"cost":1.50,"share":0.25,"retired":true,"name":"cart",\
            "labels":{"tier":[1]},"note":"{\\"tier\\": [1]}","team":null}""");
  }

  @Test
  void theKeyBeforeTheRowIsNoPartOfIt() throws SQLException {
    CachedRowSet row =
        row(
            column("key", Types.VARCHAR, "VARCHAR", "7"),
            column("name", Types.VARCHAR, "VARCHAR", "cart"));

    assertThat(Columns.of(row, 2)).hasToString("{\"name\":\"cart\"}");
  }

  private record Column(String name, int type, String typeName, @Nullable Object value) {}

  private static Column column(String name, int type, String typeName, @Nullable Object value) {
    return new Column(name, type, typeName, value);
  }

  private CachedRowSet row(Column... of) throws SQLException {
    columns.setColumnCount(of.length);
    for (int i = 1; i <= of.length; i++) {
      columns.setColumnName(i, of[i - 1].name);
      columns.setColumnLabel(i, of[i - 1].name);
      columns.setColumnType(i, of[i - 1].type);
      columns.setColumnTypeName(i, of[i - 1].typeName);
    }
    CachedRowSet row = RowSetProvider.newFactory().createCachedRowSet();
    row.setMetaData(columns);
    row.moveToInsertRow();
    for (int i = 1; i <= of.length; i++) {
      if (of[i - 1].value == null) {
        row.updateNull(i);
      } else {
        row.updateObject(i, of[i - 1].value);
      }
    }
    row.insertRow();
    row.moveToCurrentRow();
    row.first();
    return row;
  }
}
