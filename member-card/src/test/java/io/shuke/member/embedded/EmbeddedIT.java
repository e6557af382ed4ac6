package io.shuke.member.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.shuke.member.ShopTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class EmbeddedIT {

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcTemplate database;

    @Autowired
    StringRedisTemplate redis;

    @Test
    void poolAndFlywayFollowTheDetails() {
        assertThat(pool.getJdbcUrl()).contains("/shuke_fresh_");
        assertThat(database.queryForObject("SELECT COUNT(*) FROM node_start", Long.class))
                .isOne();
    }

    @Test
    void redisFollowsTheDetails() {
        redis.opsForValue().set("a", "b");

        assertThat(redis.opsForValue().get("a")).isEqualTo("b");
    }

    @Test
    void transactionsReadCommittedInUtc() {
        assertThat(database.queryForObject("SELECT @@transaction_isolation", String.class))
                .isEqualTo("READ-COMMITTED");
        assertThat(database.queryForObject("SELECT @@time_zone", String.class)).isIn("+00:00", "UTC");
    }
}
