/** The pages in a real browser. */
@NullMarked
package io.shuke.browser;

import org.jspecify.annotations.NullMarked;
