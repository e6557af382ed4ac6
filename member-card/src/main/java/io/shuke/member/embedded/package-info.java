/** A real MariaDB and a real Redis as child processes, so that trying and testing Shuke needs nothing installed but a JDK. */
@NullMarked
package io.shuke.member.embedded;

import org.jspecify.annotations.NullMarked;
