/** The till's doors: signed requests, each accepted once. */
@NullMarked
package io.shuke.gateway.till;

import org.jspecify.annotations.NullMarked;
