package dev.portolan.cli.descriptors;

import java.nio.file.Path;

/**
 * A file that may hold descriptors.
 *
 * @param path where it is
 * @param size in bytes, as it lies on disk
 */
public record DescriptorFile(Path path, long size) {}
