/** The scorecard service: standards, and how every entity stands by them. */
@NullMarked
package dev.portolan.scorecard;

import org.jspecify.annotations.NullMarked;
