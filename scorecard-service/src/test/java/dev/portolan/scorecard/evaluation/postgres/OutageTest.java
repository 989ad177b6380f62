package dev.portolan.scorecard.evaluation.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.transaction.CannotCreateTransactionException;

class OutageTest {

  @ParameterizedTest
  @CsvSource({
    "08006, true, the connection is lost",
    "57P01, true, the server stops",
    "53100, true, the disk is full",
    "25006, true, the server only reads",
    "42P01, true, the table is not there yet",
    "40P01, true, a deadlock",
    "22P05, false, a character that has no place in a text",
    "22021, false, bytes that are no text",
    "23514, false, a constraint",
    "54000, false, a limit of PostgreSQL",
  })
  void tellsAStoreThatIsAwayFromAChangeThatItDoesNotTake(
      String state, boolean outage, String what) {
    SQLException said = new SQLException(what, state);
    DataAccessException translated =
        Objects.requireNonNullElseGet(
            new SQLExceptionSubclassTranslator().translate("apply", null, said),
            () -> new UncategorizedSQLException("apply", null, said));

    assertThat(Outage.isToBlameFor(translated)).as("%s: %s", what, translated).isEqualTo(outage);
  }

  @Test
  void aTransactionThatCannotBeginIsAnOutageAndABrokenEvaluationIsNot() {
    assertThat(Outage.isToBlameFor(new CannotCreateTransactionException("away"))).isTrue();
    assertThat(Outage.isToBlameFor(new IllegalStateException("a bug"))).isFalse();
  }
}
