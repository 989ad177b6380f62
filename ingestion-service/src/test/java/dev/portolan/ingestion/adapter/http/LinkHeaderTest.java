package dev.portolan.ingestion.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinkHeaderTest {

  @Test
  void theNextPageIsFoundHoweverItIsWritten() {
    for (String header :
        List.of(
            "<https://a/next>; rel=\"next\"",
            "<https://a/next>;rel=next",
            "<https://a/prev>; rel=\"prev\", <https://a/next>; rel=\"next\"",
            "<https://a/x>; title=\"<https://a/y>; rel=next\", <https://a/next>; REL=Next; a",
            "<https://a/next>; results=\"true\"; rel=\"last next\"; cursor=\"0:100:0\"")) {
      assertThat(LinkHeader.next(List.of("<https://a/self>; rel=self", header)))
          .as(header)
          .contains("https://a/next");
    }
  }

  @Test
  void noOtherLinkIsTakenForIt() {
    for (String header :
        List.of(
            "",
            "<https://a/next>",
            "<https://a/next>; rel=nexte",
            "<https://a/next>; title=\"rel=next\"",
            "<https://a/next>; rel=\"next\"; results=\"false\"; cursor=\"0:100:0\"",
            "https://a/next; rel=next",
            "<https://a/next; rel=next")) {
      assertThat(LinkHeader.next(List.of(header))).as(header).isEmpty();
    }
  }
}
