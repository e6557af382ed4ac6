package io.shuke.gateway.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class Acs3Test {

    /** The example that Alibaba Cloud publishes with the description of its signature, down to the last digit. */
    @Test
    void signsThePublishedExample() {
        var query = Acs3.query(new TreeMap<>(
                Map.of("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd", "RegionId", "cn-shanghai")));
        var headers = Acs3.headers(
                "ecs.cn-shanghai.aliyuncs.com",
                "RunInstances",
                "2014-05-26",
                "2023-10-26T10:22:32Z",
                "3156853299f313e23d1673dc12e1703d");
        assertThat(Acs3.authorization("YourAccessKeyId", "YourAccessKeySecret", query, headers))
                .isEqualTo("ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                        + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                        + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void writesParametersAsTheyAreSigned() {
        assertThat(Acs3.query(new TreeMap<>(Map.of("b", "{\"名\":\"a b*~\"}", "a", "1+1"))))
                .isEqualTo("a=1%2B1&b=%7B%22%E5%90%8D%22%3A%22a%20b%2A~%22%7D");
    }
}
