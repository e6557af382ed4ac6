package io.shuke.gateway.wechat.callback;

import io.shuke.member.ground.MerchantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** An inbox row as it lies in the spool: already sealed for the very row it will become. */
record SpooledRow(MerchantId merchant, InboxRow row) {

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(merchant.value());
            out.writeLong(row.id());
            out.writeUTF(row.account());
            out.writeInt(row.messageKey().length);
            out.write(row.messageKey());
            out.writeInt(row.body().length);
            out.write(row.body());
            out.writeLong(row.receivedAt().getEpochSecond());
            out.writeInt(row.receivedAt().getNano());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SpooledRow of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var merchant = new MerchantId(in.readLong());
            var id = in.readLong();
            var account = in.readUTF();
            var key = in.readNBytes(in.readInt());
            var body = in.readNBytes(in.readInt());
            var at = Instant.ofEpochSecond(in.readLong(), in.readInt());
            return new SpooledRow(merchant, new InboxRow(id, account, key, body, at));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
