package io.shuke.console.audit;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditMapper {

    String COLUMNS = "seq, hash, phase, asks, staff_id, role, door, object_kind, object_id, details, request_id, at";

    String SHOWN = "SELECT a.seq, a.hash, a.staff_id, a.role, a.door, a.object_kind, a.object_id, a.details,"
            + " a.request_id, a.at, o.phase AS outcome, o.details AS outcome_details FROM audit_entry a"
            + " LEFT JOIN audit_entry o ON o.asks = a.seq ";

    record Head(long seq, byte[] hash) {}

    record ShownRow(
            long seq,
            byte[] hash,
            long staffId,
            String role,
            String door,
            String objectKind,
            @Nullable Long objectId,
            String details,
            String requestId,
            Instant at,
            @Nullable String outcome,
            @Nullable String outcomeDetails) {}

    /** Takes the row, or makes it, and holds it to the end of the transaction. */
    @Insert("INSERT INTO audit_head (seq, hash) VALUES (0, #{start}) ON DUPLICATE KEY UPDATE seq = seq")
    void takeHead(byte[] start);

    @Select("SELECT seq, hash FROM audit_head")
    @Nullable
    Head head();

    @Update("UPDATE audit_head SET seq = #{seq}, hash = #{hash}")
    void moveHead(long seq, byte[] hash);

    @Insert("INSERT INTO audit_entry (" + COLUMNS + ") VALUES (#{seq}, #{hash}, #{phase}, #{asks}, #{staffId}, #{role},"
            + " #{door}, #{objectKind}, #{objectId}, #{details}, #{requestId}, #{at})")
    void insert(AuditRow row);

    @Select("SELECT " + COLUMNS + " FROM audit_entry WHERE seq = #{seq}")
    @Nullable
    AuditRow one(long seq);

    @Select("SELECT " + COLUMNS + " FROM audit_entry WHERE seq > #{after} ORDER BY seq LIMIT #{size}")
    List<AuditRow> after(long after, int size);

    @Select(SHOWN + "WHERE a.asks IS NULL AND a.seq < #{before} ORDER BY a.seq DESC LIMIT #{size}")
    List<ShownRow> before(long before, int size);

    @Select(SHOWN + "WHERE a.asks IS NULL AND a.seq = #{seq}")
    @Nullable
    ShownRow shown(long seq);

    /** The rule as it was saved last before then. */
    @Select(SHOWN + "WHERE a.asks IS NULL AND a.door = #{door} AND a.object_id <=> #{object} AND a.seq < #{seq}"
            + " AND o.phase = 'DONE' ORDER BY a.seq DESC LIMIT 1")
    @Nullable
    ShownRow doneBefore(String door, @Nullable Long object, long seq);
}
