/** Tests of the import as a whole: files in, files and a summary out. */
@NullMarked
package dev.portolan.cli.importing;

import org.jspecify.annotations.NullMarked;
