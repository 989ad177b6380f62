package dev.portolan.ingestion.fact;

import static dev.portolan.ingestion.fact.Spoken.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactReaderTest {

  @Test
  void aReferenceIsTakenInItsCanonicalFormAndATimeThatIsLeftOutIsNow() {
    assertThat(
            Spoken.body(
                "[{'entity':'Component:Checkout','fact':'onCall','value':'a'}]".replace('\'', '"')))
        .containsExactly(
            new ReadFact.Accepted(
                new FactObservation(
                    0,
                    1,
                    new FactKey(EntityRef.parse("component:checkout"), "onCall"),
                    new Word.Replace("\"a\""),
                    NOON)));
  }

  @Test
  void aTimeWithAnOffsetIsAMoment() {
    assertThat(Spoken.said("\"value\": 1", 0).observedAt()).isEqualTo(NOON);
    assertThat(read("'value':1,'observedAt':'2026-11-27T14:00:00.1234567+02:00'"))
        .isInstanceOfSatisfying(
            ReadFact.Accepted.class,
            read ->
                assertThat(read.observation().observedAt())
                    .isEqualTo(Instant.parse("2026-11-27T12:00:00.123456Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # what is said                                     | field       | the problem
          'entity':'checkout','value':1                      | /entity     | has no kind
          'entity':'component:a b','value':1                 | /entity     | The name 'a b' is not valid
          'entity':7,'value':1                               | /entity     | must be a reference
          'entity':null,'value':1                            | /entity     | it is null
          'fact':'lead-time','value':1                       | /fact       | The fact 'lead-time' is not valid
          'fact':['coverage'],'value':1                      | /fact       | it is a list
          'observedAt':'2026-11-27T12:05:01Z','value':1      | /observedAt | more than 5 minutes after
          'observedAt':'yesterday','value':1                 | /observedAt | observedAt is 'yesterday'
          'observedAt':'1969-01-01T00:00:00Z','value':1      | /observedAt | from 1970 to 9999
          'observedAt':1764000000,'value':1                  | /observedAt | a number
          'observed_at':'2026-11-27T12:00:00Z','value':1     | /observed_at| none of them
          'value':1,'add':[]                                 |             | and not both
          'observedAt':null                                  |             | Say value, or add
          'value':{'a':['\\u0000']}                          | /value/a/0  | control character
          'value':{'a':'\\ud800'}                            | /value/a    | half of a surrogate pair
          'value':1e999                                      | /value      | larger than can be kept
          'value':{'a':1,'a':2}                              |             | stands twice
          'value':                                           |             | not JSON
          'add':{}                                           | /add        | must be a list
          'add':[7]                                          | /add/0      | must be an object
          'add':[{'at':'2026-11-27T12:00:00Z'}]              | /add/0/id   | it is missing
          'add':[{'id':7,'at':'2026-11-27T12:00:00Z'}]       | /add/0/id   | a number
          'add':[{'id':'','at':'2026-11-27T12:00:00Z'}]      | /add/0/id   | it is empty
          'add':[{'id':'d-1'}]                               | /add/0/at   | at is missing
          'add':[{'id':'d-1','at':'2026-11-27'}]             | /add/0/at   | at is '2026-11-27'
          """)
  void whatBreaksARuleIsRefusedWithItsFieldAndTheWayOut(
      String said, @Nullable String field, String problem) {
    assertThat(read(said))
        .isInstanceOfSatisfying(
            ReadFact.Rejected.class,
            read -> {
              assertThat(read.problem().field()).isEqualTo(field);
              assertThat(read.problem().problem()).contains(problem);
            });
  }

  @Test
  void aValueHasUpTo256KibibytesAsCanonicalJson() {
    assertThat(read("'value': '" + "ä".repeat((128 << 10) - 1) + "'"))
        .isInstanceOf(ReadFact.Accepted.class);
    assertThat(read("'value': '" + "ä".repeat(128 << 10) + "'"))
        .isInstanceOfSatisfying(
            ReadFact.Rejected.class,
            read ->
                assertThat(read.problem().problem())
                    .contains("has 262146 bytes; a value has at most 262144"));
    assertThat(read("'value': [" + " ".repeat(300 << 10) + "]"))
        .as("blanks do not count")
        .isInstanceOf(ReadFact.Accepted.class);
    assertThat(
            read(
                "'add':[{'id':'d','at':'2026-11-27T12:00:00Z','t':'"
                    + "x".repeat(256 << 10)
                    + "'}]"))
        .isInstanceOf(ReadFact.Rejected.class);
  }

  @Test
  void aValueNestsThirtyTwoDeep() {
    assertThat(read("'value':" + "[".repeat(32) + "]".repeat(32)))
        .isInstanceOf(ReadFact.Accepted.class);
    for (int depth : new int[] {33, 49, 60, 100_000}) {
      assertThat(read("'value':" + "[".repeat(depth) + "]".repeat(depth)))
          .isInstanceOfSatisfying(
              ReadFact.Rejected.class,
              read -> assertThat(read.problem().problem()).contains("nest"));
    }
  }

  @Test
  void badLinesAmongGoodOnesAreTheirOwnAffair() {
    String good = "{'entity':'component:a','fact':'cost','value':1}\n";
    var read = Spoken.body((good + "{'entity':\n" + "\n" + good).replace('\'', '"'));

    assertThat(read).hasSize(3);
    assertThat(read.get(1))
        .isInstanceOfSatisfying(
            ReadFact.Rejected.class,
            rejected -> {
              assertThat(rejected.problem().index()).isEqualTo(1);
              assertThat(rejected.problem().line()).isEqualTo(2);
            });
    assertThat(read.get(2))
        .isInstanceOfSatisfying(
            ReadFact.Accepted.class,
            accepted -> {
              assertThat(accepted.observation().index()).isEqualTo(2);
              assertThat(accepted.observation().line()).isEqualTo(4);
            });
  }

  /** A fact in apostrophes; what it leaves out is the coverage of checkout. */
  private static ReadFact read(String said) {
    String entity = said.contains("'entity'") ? "" : "'entity':'component:checkout',";
    String fact = said.contains("'fact'") ? "" : "'fact':'coverage',";
    return Spoken.body(("[{" + entity + fact + said + "}]").replace('\'', '"')).getFirst();
  }
}
