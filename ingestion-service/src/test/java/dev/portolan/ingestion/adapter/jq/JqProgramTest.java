package dev.portolan.ingestion.adapter.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JqProgramTest {
  private static final String SERVICE =
      """
      {"id": 7, "name": "checkout", "tags": ["java", "tier:1"], "team": {"slug": "payments"},
       "ratio": 0.25, "archived": false, "description": null, "url": "https://example.com/a/b",
       "created": "2026-05-24T07:45:00Z", "scanned": 1779608700000}
      """;

  @Test
  void yieldsWhatJqDoes() throws Exception {
    assertThat(all(".name")).containsExactly("\"checkout\"");
    assertThat(all(".tags[]")).containsExactly("\"java\"", "\"tier:1\"");
    assertThat(all(".id | tostring")).containsExactly("\"7\"");
    assertThat(all(".tags | map(select(startswith(\"tier:\")) | ltrimstr(\"tier:\")) | first"))
        .containsExactly("\"1\"");
    assertThat(all("\"\\(.name)-\\(.id)\"")).containsExactly("\"checkout-7\"");
    assertThat(all(". as {name: $n, team: {slug: $t}} | [$n, $t]"))
        .containsExactly("[\"checkout\",\"payments\"]");
    assertThat(all("reduce .tags[] as $t (\"\"; . + $t)")).containsExactly("\"javatier:1\"");
    assertThat(all("def f($n): if $n > 0 then $n, f($n - 1) else empty end; [f(3)]"))
        .containsExactly("[3,2,1]");
    assertThat(all(".tags |= map(ascii_upcase) | .tags")).containsExactly("[\"JAVA\",\"TIER:1\"]");
    assertThat(all(".id / 2, .ratio * 4, .id * 2")).containsExactly("3.5", "1", "14");
    assertThat(all(".missing[]?")).isEmpty();
    assertThat(all("[.. | numbers]")).containsExactly("[7,0.25,1779608700000]");
  }

  @Test
  void patternsSearchAndReplace() throws Exception {
    assertThat(all(".name | test(\"^check\")")).containsExactly("true");
    assertThat(all(".name | gsub(\"[aeiou]\"; \"-\")")).containsExactly("\"ch-ck--t\"");
    assertThat(all(".url | sub(\"(?<host>example)\"; \"[\\(.host)]\")"))
        .containsExactly("\"https://[example].com/a/b\"");
    assertThat(all("\"añb\" | [match(\"ñ|b\"; \"g\") | .offset]")).containsExactly("[1,2]");
    assertThat(all("\"aXbX\" | split(\"x\"; \"i\")")).containsExactly("[\"a\",\"b\",\"\"]");
    assertThat(all("\"ab\" | gsub(\"\"; \"-\")")).containsExactly("\"-a-b-\"");
    assertThat(all(".url | capture(\"(?<scheme>[a-z]+)://(?<rest>.*)\") | .scheme"))
        .containsExactly("\"https\"");
  }

  @Test
  void datesAreReadAndWritten() throws Exception {
    assertThat(all(".created | fromdate")).containsExactly("1779608700");
    assertThat(all(".scanned / 1000 | todate")).containsExactly("\"2026-05-24T07:45:00Z\"");
    assertThat(all(".created | strptime(\"%Y-%m-%dT%H:%M:%SZ\")"))
        .containsExactly("[2026,4,24,7,45,0,0,143]");
    assertThat(all(".created | strptime(\"%Y-%m-%dT%H:%M:%SZ\") | mktime"))
        .containsExactly("1779608700");
    assertThat(all("\"2026-05-24\" | strptime(\"%Y-%m-%d\") | todateiso8601"))
        .containsExactly("\"2026-05-24T00:00:00Z\"");
    assertThat(all("\"1779608700\" | strptime(\"%s\") | strftime(\"%Y-%m-%d %H:%M:%S\")"))
        .containsExactly("\"2026-05-24 07:45:00\"");
    assertThatThrownBy(() -> all(".name | fromdate"))
        .isInstanceOf(JqFailedException.class)
        .hasMessageContaining("does not match the format");
  }

  @Test
  void namesAndTagsAreMadeOfWhatVendorsCallTheirThings() throws Exception {
    assertThat(all("\"acme/shop floor\" | toname")).containsExactly("\"acme-shop-floor\"");
    assertThat(all("\"_Old__docs.-\" | toname")).containsExactly("\"Old_docs\"");
    assertThat(all(".id | toname")).containsExactly("\"7\"");
    assertThat(all("\"Tier 1\", \"lang:C++ / C#\", \"-a--b-\" | totag"))
        .containsExactly("\"tier-1\"", "\"lang:c++-c#\"", "\"a-b\"");
    assertThat(all("[\"\", \"--\", \"日本\" | toname, totag]")).containsExactly("[]");
    assertThatThrownBy(() -> all(".team | toname"))
        .isInstanceOf(JqFailedException.class)
        .hasMessageContaining("a text or a number");
  }

  @Test
  void ofTheFirstValueNoMoreIsRunThanItTakes() throws Exception {
    JqProgram program = JqProgram.compile(".name, error(\"never come to\")");

    assertThat(program.first(input()).map(JsonNode::asString)).contains("checkout");
    assertThat(JqProgram.compile("null, 1").first(input())).isEmpty();
    assertThat(JqProgram.compile("empty").first(input())).isEmpty();
  }

  /** What a program that never ends looks like: each would take the service down. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f: f; f",
        "def f: f | f; f",
        "def f($n): if $n > 0 then f($n - 1), f($n - 1) else 1 end; [f(60)]",
        "def f($n): if $n > 0 then f($n - 1), f($n - 1) else 1 end; reduce f(60) as $x (0; . + 1)",
        "[range(1e12)]",
        "last(range(1e12))",
        "[range(1000)] as $a | [$a[] | $a[] | $a[] | $a[]] | length",
        "[range(1000)] as $a | reduce ($a[] | $a[] | $a[]) as $x (0; . + 1)",
        "\"x\" * 1e9",
        "1e9 * \"x\"",
        "reduce range(100) as $i (\"x\"; . + .)",
        "reduce range(100) as $i (\"x\"; \"\\(.)\\(.)\")",
        "reduce range(100) as $i ([1]; . + .)",
        "reduce range(100) as $i (1; [., .]) | tojson | length",
        "reduce range(100) as $i (1; {a: ., b: .}) | . == .",
        "reduce range(100) as $i (1; [., .])",
        "[range(100) | \"x\" * 1e6]",
        "def repeat(f): def r: ., (f | r); r; [1 | repeat(.)]",
        "until(false; .)",
        "[recurse(.)]",
        "[while(true; .)]",
        "[limit(1e9; range(1e12))]",
        "[range(100000)] | contains([range(100000)])",
        "[range(100000)] - [range(100000)] | length",
        "[range(10)] as $a | [[$a, $a, $a, $a, $a, $a, $a, $a] | combinations] | length",
        "try ([range(1e12)]) catch 1",
        "[range(1e12)]? // 1",
        "([\"a\" * 40] | join(\"\")) + \"!\" | test(\"^(a+)+$\")",
        "([\"a\" * 40] | join(\"\")) + \"!\" | gsub(\"^(a|a)*$\"; \"\")",
        "\".\" * 1e6 | [match(\"\"; \"g\")] | length",
      })
  void aProgramThatNeverEndsIsStopped(String text) throws Exception {
    JqProgram program = JqProgram.compile(text);

    assertThatThrownBy(() -> program.all(input()))
        .isInstanceOfSatisfying(
            JqFailedException.class, fault -> assertThat(fault.isRunaway()).isTrue())
        .hasMessageContaining("stopped");
  }

  @Test
  void neitherEnvironmentNorFilesAreToBeHad() {
    for (String text : List.of("env", "input", "inputs", "debug", "input_filename", "halt")) {
      assertThatThrownBy(() -> JqProgram.compile(text))
          .as(text)
          .isInstanceOf(InvalidJqException.class)
          .hasMessageContaining("there is no function " + text + "/0");
    }
    for (String text : List.of("$ENV", "$ENV.PATH", "$__prog_args", "import \"a\" as a; a::f")) {
      assertThatThrownBy(() -> all(text)).as(text).isNotNull();
    }
  }

  @Test
  void whatIsNoProgramIsSaidWithItsPlace() {
    assertThatThrownBy(() -> JqProgram.compile(".name | | .id"))
        .isInstanceOf(InvalidJqException.class)
        .hasMessageContaining("line 1, column 9");
    assertThatThrownBy(() -> JqProgram.compile(".name | uppercase"))
        .hasMessageContaining("there is no function uppercase/0");
    assertThatThrownBy(() -> JqProgram.compile("map(.a; .b)")).hasMessageContaining("map/2");
    assertThatThrownBy(() -> JqProgram.compile("(".repeat(15_000)))
        .isInstanceOf(InvalidJqException.class);
    assertThatThrownBy(() -> JqProgram.compile(" ".repeat(JqProgram.LONGEST + 1)))
        .hasMessageContaining("20,000 characters");
  }

  @Test
  void aProgramThatFailsSaysWhy() {
    assertThatThrownBy(() -> all(".name | .[0]"))
        .isInstanceOfSatisfying(
            JqFailedException.class, fault -> assertThat(fault.isRunaway()).isFalse())
        .hasMessageContaining("Cannot index string with number");
    assertThatThrownBy(() -> all(".name | error(\"by choice\")")).hasMessageContaining("by choice");
    assertThatThrownBy(() -> all(".name | test(\"(\")")).hasMessageContaining("is no pattern");
  }

  @Test
  void numbersComeBackAsTheyWere() throws Exception {
    JqInput input = JqInput.of(JsonMapper.shared().readTree("[9007199254740993, 1.5, 2.0, 1e300]"));

    assertThat(JqProgram.compile(".[]").all(input))
        .extracting(JsonNode::toString)
        .containsExactly("9007199254740993", "1.5", "2", "1.0E300");
  }

  private static List<String> all(String program) throws InvalidJqException, JqFailedException {
    return JqProgram.compile(program).all(input()).stream().map(JsonNode::toString).toList();
  }

  private static JqInput input() {
    return JqInput.of(JsonMapper.shared().readTree(SERVICE));
  }
}
