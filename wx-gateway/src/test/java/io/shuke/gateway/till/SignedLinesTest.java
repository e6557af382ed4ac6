package io.shuke.gateway.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignedLinesTest {

    private static final byte[] BODY = "{\"code\":\"123456789012345678901234\"}".getBytes(StandardCharsets.UTF_8);

    private static final SignedLines LINES =
            new SignedLines("POST", "/till/v1/scans?x=1", "1764000000", "n-0001", BODY);

    /** Made with OpenSSL, so that it is not only we who agree with ourselves. */
    @Test
    void isSignedAsOthersWould() {
        assertThat(LINES.signature("demo-secret-熟客"))
                .isEqualTo("415b46414b14ac721ea773a8845a0085eefc0e34eb98201d047f370c942d679c");
    }

    @Test
    void areFiveLinesJoinedByASingleLineFeed() {
        assertThat(LINES.text())
                .isEqualTo(
                        "POST\n/till/v1/scans?x=1\n1764000000\nn-0001\n696912a471a69588376a10a555261bd4b666666149ad0a015499af469e7c1052");
    }

    @Test
    void aRequestWithoutABodySignsTheHashOfNothing() {
        assertThat(new SignedLines("GET", "/", "1", "n", new byte[0]).text())
                .endsWith("\ne3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void everyPartCounts() {
        var signature = LINES.signature("s");
        for (var other : List.of(
                new SignedLines("PUT", LINES.target(), LINES.timestamp(), LINES.nonce(), BODY),
                new SignedLines("POST", "/till/v1/scans?x=2", LINES.timestamp(), LINES.nonce(), BODY),
                new SignedLines("POST", LINES.target(), "1764000001", LINES.nonce(), BODY),
                new SignedLines("POST", LINES.target(), LINES.timestamp(), "n-0002", BODY),
                new SignedLines("POST", LINES.target(), LINES.timestamp(), LINES.nonce(), new byte[0]))) {
            assertThat(other.areSignedBy("s", signature)).isFalse();
        }
        assertThat(LINES.areSignedBy("S", signature)).isFalse();
        assertThat(LINES.areSignedBy("s", signature.toUpperCase(java.util.Locale.ROOT)))
                .isFalse();
        assertThat(LINES.areSignedBy("s", signature)).isTrue();
    }
}
