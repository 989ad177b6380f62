package dev.portolan.ingestion.adapter;

import java.util.Collection;
import java.util.function.Consumer;

/** Is told what changed in a source that is followed. */
public interface Listener {

  /**
   * From now on changes are heard. Returns when the source was read whole since.
   *
   * @param anew nothing was heard before, or not everything
   */
  void listening(boolean anew) throws InterruptedException;

  /**
   * These items changed. They are read when nobody reads the whole source, so that nothing older is
   * written over them. Returns when it is in the catalog.
   *
   * @param items as the paths of their documents name them
   * @param reading hands over the documents of those that are there
   */
  void changed(Collection<String> items, Consumer<Consumer<FoundDocument>> reading)
      throws InterruptedException;

  /** So much changed at once that the source is to be read whole. Returns when it was. */
  void changedAltogether(String reason) throws InterruptedException;
}
