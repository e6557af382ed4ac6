package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T00:00:00Z", "2027-09-01T00:00:00Z", "2075-01-01T00:00:00Z"})
    void whatWasGivenOutIsReadBack(String day) {
        var ids = new Ids(1023, Clock.fixed(Instant.parse(day), ZoneOffset.UTC));
        var id = ids.next();

        assertThat(Ids.read(Long.toString(id))).hasValue(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "0", "-1", "01", "1e3", "1.0", " 1", "１", "9223372036854775808", "99999999999999999999"})
    void whatWasNeverGivenOutIsNone(String text) {
        assertThat(Ids.read(text)).isEmpty();
    }

    @Test
    void idsAreFoundByWhenTheyWereMade() {
        var noon = Instant.parse("2026-11-25T12:00:00Z");
        var id = new Ids(1023, Clock.fixed(noon, ZoneOffset.UTC)).next();
        var first = new Ids(0, Clock.fixed(noon, ZoneOffset.UTC)).next();

        assertThat(Ids.from(noon)).isLessThanOrEqualTo(first).isLessThan(id);
        assertThat(Ids.from(noon.plusMillis(1))).isGreaterThan(id);
    }

    @Test
    void theNextIsLarger() {
        var ids = new Ids(1, Clock.systemUTC());

        assertThat(ids.next()).isLessThan(ids.next());
    }
}
