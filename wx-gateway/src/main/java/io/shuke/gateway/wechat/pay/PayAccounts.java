package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of all merchants at WeChat Pay, one a merchant. */
@Service
public class PayAccounts {

    private final PayAccountMapper mapper;
    private final FieldCipher cipher;

    PayAccounts(PayAccountMapper mapper, FieldCipher cipher) {
        this.mapper = mapper;
        this.cipher = cipher;
    }

    public List<PayAccount> all() {
        return mapper.all().stream().map(row -> row.toDomain(cipher)).toList();
    }

    public Optional<PayAccount> of(MerchantId merchant) {
        return Optional.ofNullable(mapper.of(merchant.value())).map(row -> row.toDomain(cipher));
    }

    Optional<PayAccount> of(String account) {
        return Optional.ofNullable(mapper.one(account)).map(row -> row.toDomain(cipher));
    }

    /**
     * Connects an account, or takes over its new keys.
     *
     * @throws PayRefusal {@code pay.account-taken} when the account is another merchant's, or the merchant has another one
     */
    @Transactional
    public void connect(PayAccount account) {
        mapper.connect(PayAccountRow.of(account, cipher));
        if (!of(account.account()).equals(Optional.of(account))) {
            throw PayRefusal.accountTaken();
        }
    }
}
