package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CompilersTest {

  @Test
  void aProcessHasTheCompilersThatItIsWorth() {
    assertThat(Compilers.THOROUGH.option(Map.of())).isEqualTo("-XX:+TieredCompilation");
    assertThat(Compilers.QUICK.option(Map.of())).isEqualTo("-XX:TieredStopAtLevel=1");
  }

  @Test
  void whoeverIsInAHurryHasTheFirstCompilerAlone() {
    assertThat(Compilers.THOROUGH.option(Map.of("PORTOLAN_COMPILERS", "quick")))
        .isEqualTo("-XX:TieredStopAtLevel=1");
  }

  @Test
  void whatThereIsNotIsRefused() {
    assertThatThrownBy(() -> Compilers.QUICK.option(Map.of("PORTOLAN_COMPILERS", "c3")))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("PORTOLAN_COMPILERS is \"c3\"")
        .hasMessageContaining("\"quick\"");
  }
}
