package io.shuke.member.scan;

import java.time.Instant;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface ScanTicketMapper {

    record TicketRow(byte[] secretHash, String purpose, byte @Nullable [] scannedBy) {}

    @Insert("INSERT INTO scan_ticket (scene, secret_hash, purpose, expires_at)"
            + " VALUES (#{scene}, #{hash}, #{purpose}, #{until})")
    void insert(String scene, byte[] hash, String purpose, Instant until);

    /** The first phone counts. */
    @Update("UPDATE scan_ticket SET scanned_by = #{who} WHERE scene = #{scene} AND expires_at > #{now}"
            + " AND scanned_by IS NULL AND taken_at IS NULL")
    int scanned(String scene, byte[] who, Instant now);

    @Select("SELECT secret_hash, purpose, scanned_by FROM scan_ticket WHERE scene = #{scene} AND expires_at > #{now}"
            + " AND taken_at IS NULL FOR UPDATE")
    @Nullable
    TicketRow lock(String scene, Instant now);

    @Update("UPDATE scan_ticket SET taken_at = #{now} WHERE scene = #{scene} AND taken_at IS NULL")
    int take(String scene, Instant now);

    @Delete("DELETE FROM scan_ticket WHERE expires_at < #{before}")
    void forget(Instant before);
}
