/** The staff (店员): who works for the merchant, in which role, and how they prove who they are. */
@NullMarked
package io.shuke.console.staff;

import org.jspecify.annotations.NullMarked;
