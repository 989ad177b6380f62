package dev.portolan.gateway;

/** What scorecard-service answers about how entities stand together. */
final class Standings {
  private Standings() {}

  static String rollUp() {
    return """
        {"places":[{"ref":"group:default/platform","entities":3,"points":6,"possible":12,"percentage":50.0,
          "levels":{"gold":1,"":2}}]}""";
  }

  static String trend() {
    return """
        {"days":[{"day":"2026-11-23","entities":2,"points":2,"possible":8,"levels":{"":2}},
                 {"day":"2026-11-24","entities":0,"points":0,"possible":0,"levels":{}}]}""";
  }

  static String fixes() {
    return """
        {"fixes":[{"scorecard":"scorecard:default/ready","rule":"has-owner","title":"Owned",
          "fix":{"text":"Name one.","links":[]},"points":9,"entities":3,
          "first":["component:default/a","component:default/b"]}]}""";
  }
}
