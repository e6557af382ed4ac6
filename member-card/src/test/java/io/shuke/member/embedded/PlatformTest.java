package io.shuke.member.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @Test
    void triesTheRedisThatNeedsNothingLast() {
        assertThat(Platform.of("Linux", "amd64").redis()).last().asString().endsWith("linux-386");
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux", "Windows 11, amd64, winx64", "Mac OS X, aarch64, osx"})
    void knowsWhereTheJarKeepsTheServer(String system, String processor, String folder) {
        assertThat(Platform.of(system, processor).mariaDb()).isEqualTo(folder);
    }

    @ParameterizedTest
    @CsvSource({"Linux, aarch64", "Mac OS X, x86_64", "FreeBSD, amd64"})
    void namesTheVariablesWhereThereIsNoServer(String system, String processor) {
        assertThatThrownBy(() -> Platform.of(system, processor)).isInstanceOfSatisfying(CannotRun.class, told -> {
            assertThat(told).hasMessageContaining(system).hasMessageContaining(processor);
            assertThat(told.remedy()).contains("DB_URL", "DB_USER", "DB_PASSWORD", "REDIS_URL");
        });
    }
}
