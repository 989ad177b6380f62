package dev.portolan.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.limit.graphql.TestingSchema;
import graphql.parser.Parser;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsOfTheDocsTest {

  @ParameterizedTest
  @ValueSource(strings = {"graphql.md", "impact-analysis.md", "search.md"})
  void everyQuestionInTheDocsFitsTheSchema(String name) throws IOException {
    String page = Files.readString(Path.of("../docs", name));
    List<String> questions =
        Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(questions).hasSizeGreaterThan(2);
    assertThat(questions)
        .allSatisfy(
            question ->
                assertThat(
                        new Validator()
                            .validateDocument(
                                TestingSchema.SCHEMA, Parser.parse(question), Locale.ENGLISH))
                    .isEmpty());
  }
}
