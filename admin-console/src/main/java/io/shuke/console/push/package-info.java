/** Pushes at the desk: made, watched, paused and stopped on a phone. */
@NullMarked
package io.shuke.console.push;

import org.jspecify.annotations.NullMarked;
