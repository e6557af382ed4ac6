/** The demo shop (演示商户): a noodle shop with a year behind it, for everybody who wants to look around. */
@NullMarked
package io.shuke.gateway.demo;

import org.jspecify.annotations.NullMarked;
