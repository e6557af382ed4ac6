package io.shuke.member.membership;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The members (会员) of the merchant in scope. */
@Service
public class Members {

    /**
     * Finds a member by any of his identities, links those that are missing, and merges two members that turn out to be
     * one person.
     *
     * @param identities first the one through which the person came
     */
    public Optional<Member> recognise(List<Identity> identities) {
        throw new UnsupportedOperationException();
    }

    /** Makes a member of the person, or finds the one that he already is. */
    public Joined join(Joining joining) {
        throw new UnsupportedOperationException();
    }

    public Member member(MemberId id) {
        throw new UnsupportedOperationException();
    }

    public List<ImportantDate> dates(MemberId id) {
        throw new UnsupportedOperationException();
    }

    /** In the clear, for whoever sends to the member; never for a log or an answer. */
    public List<Identity> identities(MemberId id) {
        throw new UnsupportedOperationException();
    }

    public Member change(MemberId id, ProfileChange change) {
        throw new UnsupportedOperationException();
    }

    /** @return the member who has the phone now: another one when the number showed that two members are one person */
    public Member addPhone(MemberId id, Phone phone) {
        throw new UnsupportedOperationException();
    }

    /** The authorisation given through this identity was taken back: deletes what came that way. */
    public void withdraw(Identity identity) {
        throw new UnsupportedOperationException();
    }

    public void followed(Identity identity) {
        throw new UnsupportedOperationException();
    }

    public void unfollowed(Identity identity) {
        throw new UnsupportedOperationException();
    }

    /** @param at when it happened; an event that arrives after a later one changes nothing */
    public void followed(Identity identity, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void unfollowed(Identity identity, Instant at) {
        throw new UnsupportedOperationException();
    }

    public boolean following(Identity identity) {
        throw new UnsupportedOperationException();
    }

    public MergePreview previewMerge(MemberId one, MemberId other) {
        throw new UnsupportedOperationException();
    }

    public Merge merge(MemberId one, MemberId other) {
        throw new UnsupportedOperationException();
    }

    public void undoMerge(long merge) {
        throw new UnsupportedOperationException();
    }

    public void deregister(MemberId id) {
        throw new UnsupportedOperationException();
    }

    public Export export(MemberId id) {
        throw new UnsupportedOperationException();
    }
}
