package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.FieldCipher;
import java.time.Instant;

record InboxRow(long id, String account, byte[] messageKey, byte[] body, Instant receivedAt) {

    static InboxRow of(long id, Envelope envelope, FieldCipher cipher) {
        return new InboxRow(
                id, envelope.account(), envelope.key(), cipher.seal(envelope.text(), place(id)), envelope.receivedAt());
    }

    static String place(long id) {
        return "inbox.body:" + id;
    }
}
