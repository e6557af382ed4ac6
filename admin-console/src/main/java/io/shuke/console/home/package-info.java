/** What somebody sees first (首页): today in numbers. */
@NullMarked
package io.shuke.console.home;

import org.jspecify.annotations.NullMarked;
