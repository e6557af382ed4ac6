/** What people do from beginning to end, over HTTP. */
@NullMarked
package io.shuke.journey;

import org.jspecify.annotations.NullMarked;
