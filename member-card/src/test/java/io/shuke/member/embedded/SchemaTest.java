package io.shuke.member.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void replacesTheSchemaOfTheGivenAddress() {
        assertThat(schema("jdbc:mysql://db:3306/other", "shuke").getJdbcUrl())
                .startsWith("jdbc:mysql://db:3306/shuke?");
        assertThat(schema("jdbc:mysql://db:3306", "shuke").getJdbcUrl()).startsWith("jdbc:mysql://db:3306/shuke?");
    }

    @Test
    void letsTheGivenOptionsWin() {
        var url = schema("jdbc:mysql://db/x?sslMode=REQUIRED&allowPublicKeyRetrieval=true", "shuke")
                .getJdbcUrl();

        assertThat(Arrays.asList(url.split("[?&]")))
                .contains("sslMode=REQUIRED", "allowPublicKeyRetrieval=true", "connectionTimeZone=UTC")
                .doesNotContain("sslMode=DISABLED");
    }

    @Test
    void neverNamesTwoFreshSchemasAlike() {
        assertThat(schema("jdbc:mysql://db", "fresh").getJdbcUrl())
                .isNotEqualTo(schema("jdbc:mysql://db", "fresh").getJdbcUrl());
    }

    @Test
    void refusesWhatIsNoMySql() {
        assertThatThrownBy(() -> schema("jdbc:postgresql://db/x", "shuke")).hasMessageContaining("postgresql");
    }

    private static Schema schema(String url, String wanted) {
        return new Schema(url, wanted, "root", "", Clock.systemUTC());
    }
}
