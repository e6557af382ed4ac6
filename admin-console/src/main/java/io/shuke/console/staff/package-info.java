/** The staff (店员) who may work at the desk. */
@NullMarked
package io.shuke.console.staff;

import org.jspecify.annotations.NullMarked;
