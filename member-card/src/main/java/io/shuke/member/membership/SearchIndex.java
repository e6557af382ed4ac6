package io.shuke.member.membership;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantScope;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the words by which members are found in step with what is known of them. */
@Component
class SearchIndex {

    private static final int HASH_BYTES = 16;

    private final SearchMapper mapper;
    private final MemberMapper members;
    private final BlindIndex blind;
    private final FieldCipher cipher;

    SearchIndex(SearchMapper mapper, MemberMapper members, BlindIndex blind, FieldCipher cipher) {
        this.mapper = mapper;
        this.members = members;
        this.blind = blind;
        this.cipher = cipher;
    }

    /** His row is held by this transaction, or written by it. */
    void keep(long id) {
        mapper.delete(List.of(id));
        var row = requireNonNull(members.one(id));
        if (row.state() == MemberState.ACTIVE) {
            var words = SearchWords.of(row.toDomain(cipher));
            mapper.insert(id, words.stream().map(this::hash).toList());
        }
    }

    void forget(Collection<Long> ids) {
        mapper.delete(ids);
    }

    byte[] hash(String word) {
        return Arrays.copyOf(blind.of(MerchantScope.current(), "member_word", word), HASH_BYTES);
    }
}
