/** What is prepared for the merchant's morning (首页) while the shop sleeps. */
@NullMarked
package io.shuke.gateway.home;

import org.jspecify.annotations.NullMarked;
