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
import org.junit.jupiter.api.Test;

class QuestionsOfTheDocsTest {

  @Test
  void everyQuestionInTheDocsFitsTheSchema() throws IOException {
    String page = Files.readString(Path.of("../docs/graphql.md"));
    List<String> questions =
        Pattern.compile("```graphql\n(.*?)```", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .toList();

    assertThat(questions).hasSizeGreaterThan(8);
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
