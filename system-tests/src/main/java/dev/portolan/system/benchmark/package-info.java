/** Measures the platform, and the engines beneath it in the same run, and prints tables. */
@NullMarked
package dev.portolan.system.benchmark;

import org.jspecify.annotations.NullMarked;
