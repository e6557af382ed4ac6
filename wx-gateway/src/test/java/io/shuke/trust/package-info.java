/** What must never go wrong, whoever tries and whatever fails. */
@NullMarked
package io.shuke.trust;

import org.jspecify.annotations.NullMarked;
