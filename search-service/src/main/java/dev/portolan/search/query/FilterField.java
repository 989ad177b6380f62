package dev.portolan.search.query;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import java.util.Locale;

/** What entities can be filtered by. */
public enum FilterField {
  KIND("kind", true) {
    @Override
    public String canonical(String value) {
      return value.toLowerCase(Locale.ROOT);
    }
  },
  NAMESPACE("namespace", true) {
    @Override
    public String canonical(String value) {
      return value.toLowerCase(Locale.ROOT);
    }
  },
  OWNER("owner", true) {
    @Override
    public String canonical(String value) {
      return ref(value, "group");
    }
  },
  SYSTEM("system", false) {
    @Override
    public String canonical(String value) {
      return ref(value, "system");
    }
  },
  TYPE("type", true),
  LIFECYCLE("lifecycle", true),
  TAG("tag", true);

  private final String key;
  private final boolean facet;

  FilterField(String key, boolean facet) {
    this.key = key;
    this.facet = facet;
  }

  /** Its name in requests and answers. */
  public String key() {
    return key;
  }

  /** Whether answers count the hits by its values. */
  public boolean isFacet() {
    return facet;
  }

  /** A value as the index has it. */
  public String canonical(String value) {
    return value;
  }

  final String ref(String value, String kind) {
    try {
      return EntityRef.parse(value, kind, EntityRef.DEFAULT_NAMESPACE).toString();
    } catch (InvalidNameException e) {
      throw new InvalidSearchException("filter." + key, String.valueOf(e.getMessage()));
    }
  }
}
