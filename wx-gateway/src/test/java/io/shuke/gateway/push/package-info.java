@NullMarked
package io.shuke.gateway.push;

import org.jspecify.annotations.NullMarked;
