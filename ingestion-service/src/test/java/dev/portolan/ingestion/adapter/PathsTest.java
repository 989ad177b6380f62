package dev.portolan.ingestion.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {

  @ParameterizedTest
  @CsvSource({
    "a/b.yaml, ./c.yaml, a/c.yaml",
    "a/b.yaml, c/d.yaml, a/c/d.yaml",
    "a/b.yaml, ../c.yaml, c.yaml",
    "a/b.yaml, /c.yaml, c.yaml",
    "a/b.yaml, ./x/../c.yaml, a/c.yaml",
    "b.yaml, c//d.yaml, c/d.yaml",
  })
  void aTargetIsResolvedBesideItsFile(String file, String target, String path) {
    assertThat(SourcePath.resolve(file, target)).contains(path);
  }

  @Test
  void aTargetThatLeadsOutIsNone() {
    for (String target :
        List.of("../../c", "../../../etc/passwd", "/../c", "x/../../../c", "a\\..\\b", "a\0b")) {
      assertThat(SourcePath.resolve("a/b.yaml", target)).as(target).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "**/*.yaml, a.yaml, true",
    "**/*.yaml, a/b/c.yaml, true",
    "*.yaml, a/b.yaml, false",
    "a/**/b.yaml, a/b.yaml, true",
    "a/**/b.yaml, a/x/y/b.yaml, true",
    "a/**, a/x/y, true",
    "a?.yaml, ab.yaml, true",
    "a?.yaml, a/.yaml, false",
    "'**/*.{yaml,yml}', a/b.yml, true",
    "'**/*.{yaml,yml}', a/b.json, false",
    "a.yaml, axyaml, false",
    "a[b].yaml, a[b].yaml, true",
  })
  void aPatternMatchesWholePaths(String pattern, String path, boolean matches) {
    assertThat(new Glob(pattern).test(path)).isEqualTo(matches);
  }

  @Test
  void aPatternThatMakesNoSenseIsRefused() {
    for (String pattern : List.of("a".repeat(301), "{a", "a}", "{a{b}}")) {
      assertThatThrownBy(() -> new Glob(pattern))
          .as(pattern)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
