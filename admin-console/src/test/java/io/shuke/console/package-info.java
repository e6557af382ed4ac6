/** What the console's tests stand on. */
@NullMarked
package io.shuke.console;

import org.jspecify.annotations.NullMarked;
