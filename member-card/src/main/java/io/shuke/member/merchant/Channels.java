package io.shuke.member.merchant;

import io.shuke.member.ground.FieldCipher;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The channels of all merchants: a call from outside is known by its account before it is known by its merchant. */
@Service
public class Channels {

    private final MerchantMapper mapper;
    private final FieldCipher cipher;

    Channels(MerchantMapper mapper, FieldCipher cipher) {
        this.mapper = mapper;
        this.cipher = cipher;
    }

    public List<Channel> all() {
        return mapper.channels().stream().map(row -> row.toDomain(cipher)).toList();
    }

    public Optional<Channel> of(String account) {
        return Optional.ofNullable(mapper.channel(account)).map(row -> row.toDomain(cipher));
    }

    /**
     * Connects an account, or takes over its new secrets. A callback key that is replaced stays valid as the previous one,
     * for the provider changes over at its own pace.
     */
    @Transactional
    public void connect(Channel channel) {
        var known = of(channel.account());
        if (known.isEmpty()) {
            mapper.insertChannel(ChannelRow.of(channel, cipher));
        } else if (!known.get().equals(channel)) {
            mapper.updateChannel(ChannelRow.of(channel.following(known.get()), cipher));
        }
    }
}
