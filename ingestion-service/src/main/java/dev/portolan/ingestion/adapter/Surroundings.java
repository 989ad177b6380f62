package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.util.NavigableSet;

/**
 * What all files of one search have in common.
 *
 * @param reader of their documents
 * @param tree that they lie in
 * @param files what it lists
 * @param faults why the search is not complete
 * @param notes what the owner of the source may want to know
 */
record Surroundings(
    DescriptorReader reader,
    CountedTree tree,
    NavigableSet<String> files,
    ToldOnce faults,
    ToldOnce notes) {}
