package io.shuke.marketing.push;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;

@Mapper
interface PushFactMapper {

    record PushFactRow(long pushes, long sent, long delivered, long opened) {}

    /** Pushes are few and found by when they were made. */
    @Select("SELECT COUNT(DISTINCT p.id) AS pushes, COALESCE(SUM(r.state = 'SENT'), 0) AS sent,"
            + " COUNT(r.delivered_at) AS delivered, COUNT(r.opened_at) AS opened"
            + " FROM push p LEFT JOIN push_recipient r ON r.push_id = p.id"
            + " WHERE p.id >= #{from} AND p.id < #{until} AND p.kind = 'PUSH' AND p.state <> 'DRAFT'")
    PushFactRow between(long from, long until);
}
