/** The till (收银机): its keys, what it sees when it scans, what it settles and takes back. */
@NullMarked
package io.shuke.marketing.till;

import org.jspecify.annotations.NullMarked;
