/** What the program tells about itself: its doors (OpenAPI), its figures and its traces. */
@NullMarked
package io.shuke.gateway.openness;

import org.jspecify.annotations.NullMarked;
