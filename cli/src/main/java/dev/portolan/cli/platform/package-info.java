/** Starts, stops and describes the servers and services of a platform on one machine. */
@NullMarked
package dev.portolan.cli.platform;

import org.jspecify.annotations.NullMarked;
