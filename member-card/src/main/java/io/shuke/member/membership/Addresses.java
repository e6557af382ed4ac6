package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Where many members can be reached, with one question to the database. */
@Service
public class Addresses {

    private final AddressMapper mapper;
    private final FieldCipher cipher;

    Addresses(AddressMapper mapper, FieldCipher cipher) {
        this.mapper = mapper;
        this.cipher = cipher;
    }

    /** Nothing for those who have left, or took their authorisation back. */
    public List<Address> of(Collection<Long> members) {
        if (members.isEmpty()) {
            return List.of();
        }
        Map<Long, MemberKey> keys = new HashMap<>();
        var addresses = new ArrayList<Address>();
        for (var row : mapper.of(members)) {
            var key = keys.computeIfAbsent(row.memberId(), member -> MemberKey.opened(row.secret(), member, cipher));
            var identity = new Identity(row.provider(), key.open(row.subject(), IdentityRow.SUBJECT, row.id()));
            addresses.add(new Address(row.memberId(), identity, Boolean.TRUE.equals(row.following())));
        }
        return addresses;
    }
}
