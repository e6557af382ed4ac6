/** What is done every night, once for each merchant, by one of the nodes. */
@NullMarked
package io.shuke.gateway.nightly;

import org.jspecify.annotations.NullMarked;
