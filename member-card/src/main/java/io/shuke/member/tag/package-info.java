/** Tags (标签): what the staff know of a member in a word, and what whoever serves him should know. */
@NullMarked
package io.shuke.member.tag;

import org.jspecify.annotations.NullMarked;
