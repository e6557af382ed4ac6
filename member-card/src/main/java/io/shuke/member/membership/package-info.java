/** Who the customer is (会员): identities, profile, consent, merging of two members who are one person, and leaving. */
@NullMarked
package io.shuke.member.membership;

import org.jspecify.annotations.NullMarked;
