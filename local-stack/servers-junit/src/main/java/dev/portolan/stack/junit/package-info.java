/** Real servers for tests: started once per build, shared by all modules, gone with the build. */
@NullMarked
package dev.portolan.stack.junit;

import org.jspecify.annotations.NullMarked;
