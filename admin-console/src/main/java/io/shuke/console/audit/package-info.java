/** What staff have done at the desk (操作记录), chained so that nobody changes it unseen. */
@NullMarked
package io.shuke.console.audit;

import org.jspecify.annotations.NullMarked;
