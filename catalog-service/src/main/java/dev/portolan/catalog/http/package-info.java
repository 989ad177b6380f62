/** What every HTTP answer of this service has in common: its problem details. */
@NullMarked
package dev.portolan.catalog.http;

import org.jspecify.annotations.NullMarked;
