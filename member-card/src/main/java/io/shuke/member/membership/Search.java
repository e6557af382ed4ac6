package io.shuke.member.membership;

import io.shuke.member.ground.Clause;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Finds members by what staff type: a part of the name, the end of a number, or a whole one. */
@Service
public class Search {

    /** Of what is typed; more would only slow down, for whoever is found is looked at once more. */
    private static final int MOST_ASKED = 4;

    private final SearchIndex index;
    private final MemberMapper members;
    private final Members numbers;
    private final FieldCipher cipher;

    Search(SearchIndex index, MemberMapper members, Members numbers, FieldCipher cipher) {
        this.index = index;
        this.members = members;
        this.numbers = numbers;
        this.cipher = cipher;
    }

    /**
     * @param clause whom to look at
     * @param fits who of them is really meant
     */
    public record Wanted(Clause clause, Predicate<Member> fits) {}

    /** Empty when nobody can be meant: a number that nobody has, or a single letter. */
    public Optional<Wanted> wanted(String typed) {
        var numbered = numbers.find(typed);
        if (numbered.isPresent()) {
            var id = numbered.get().id().value();
            return Optional.of(new Wanted(Clause.of("s.member_id = ?", id), member -> true));
        }
        var words = SearchWords.typed(typed);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wanted(
                        Clause.all(words.stream()
                                .limit(MOST_ASKED)
                                .map(this::known)
                                .toList()),
                        member -> SearchWords.fits(member, typed)));
    }

    private Clause known(String word) {
        return Clause.of(
                "s.member_id IN (SELECT w.member_id FROM member_word w WHERE w.merchant_id = ? AND w.word = ?)",
                MerchantScope.current().value(),
                index.hash(word));
    }

    /** In the order in which they are asked for, without those who are no members now. */
    public List<Member> shown(List<MemberId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found =
                new ArrayList<>(members.among(ids.stream().map(MemberId::value).toList()).stream()
                        .map(row -> row.toDomain(cipher))
                        .toList());
        found.sort((one, other) -> ids.indexOf(one.id()) - ids.indexOf(other.id()));
        return found;
    }
}
