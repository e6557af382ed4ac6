/** What is worth doing today (今天五件事): found in what is known anyway, done with one tap, looked back on a week later. */
@NullMarked
package io.shuke.marketing.home;

import org.jspecify.annotations.NullMarked;
