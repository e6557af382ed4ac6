/** Tags (标签) at the desk. */
@NullMarked
package io.shuke.console.tag;

import org.jspecify.annotations.NullMarked;
