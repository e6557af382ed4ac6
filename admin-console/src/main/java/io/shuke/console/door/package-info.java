/** The console's own door: signing in, sessions, and the one table of who may do what. */
@NullMarked
package io.shuke.console.door;

import org.jspecify.annotations.NullMarked;
