package io.shuke.gateway.wechat.pay;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantId;

record PayAccountRow(
        String account,
        long merchantId,
        String serial,
        byte[] privateKey,
        byte[] apiKey,
        String platformKeyId,
        String platformKey) {

    static PayAccountRow of(PayAccount account, FieldCipher cipher) {
        var name = account.account();
        return new PayAccountRow(
                name,
                account.merchant().value(),
                account.serial(),
                cipher.seal(account.privateKey(), "pay_account.private_key:" + name),
                cipher.seal(account.apiKey(), "pay_account.api_key:" + name),
                account.platformKeyId(),
                account.platformKey());
    }

    PayAccount toDomain(FieldCipher cipher) {
        return new PayAccount(
                account,
                new MerchantId(merchantId),
                serial,
                cipher.open(privateKey, "pay_account.private_key:" + account),
                cipher.open(apiKey, "pay_account.api_key:" + account),
                platformKeyId,
                platformKey);
    }
}
