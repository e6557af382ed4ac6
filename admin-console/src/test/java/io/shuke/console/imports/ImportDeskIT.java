package io.shuke.console.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.console.Browser;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.imports.Imports;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class ImportDeskIT {

    private static final String IMPORTS = "/console/api/imports";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Imports imports;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);
    private Browser owner;

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        owner = shopkeeper.signedIn(shop, Role.OWNER);
    }

    private String upload(byte[] file) {
        var batch = owner.upload(IMPORTS + "?name=老会员.csv", file)
                .expectStatus()
                .isAccepted()
                .expectBody(Started.class)
                .returnResult()
                .getResponseBody();
        assertThat(batch).isNotNull();
        return batch.id();
    }

    record Started(String id, boolean again) {}

    private void becomes(String id, String state) {
        for (int i = 0; i < 100; i++) {
            var body = new String(
                    owner.get(IMPORTS + "/" + id).expectBody().returnResult().getResponseBodyContent(),
                    StandardCharsets.UTF_8);
            if (body.contains("\"state\":\"" + state + "\"")) {
                return;
            }
            jdbc.within(shop, () -> imports.advance(Long.parseLong(id)));
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("never became " + state);
    }

    @Test
    void aListIsLookedAtRunAndTakenBack() {
        var id = upload("手机号,姓名,积分,余额,店员\n13612345678,王芳,120,88.80,甲\n13612345679,李雷,1e3,,乙\n"
                .getBytes(Charset.forName("GB18030")));
        becomes(id, "CHECKED");

        owner.get(IMPORTS + "/" + id)
                .expectBody()
                .jsonPath("$.fileName")
                .isEqualTo("老会员.csv")
                .jsonPath("$.lines")
                .isEqualTo(2)
                .jsonPath("$.good")
                .isEqualTo(1)
                .jsonPath("$.bad")
                .isEqualTo(1)
                .jsonPath("$.principalFen")
                .isEqualTo(8880)
                .jsonPath("$.understood[0].field")
                .isEqualTo("phone")
                .jsonPath("$.ignored[0]")
                .isEqualTo("店员");
        owner.get(IMPORTS + "/" + id + "/problems")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].line")
                .isEqualTo(3)
                .jsonPath("$.items[0].label")
                .isEqualTo("积分")
                .jsonPath("$.items[0].code")
                .isEqualTo("import.not-whole")
                .jsonPath("$.items[0].text")
                .isEqualTo("须为半角整数，不带小数点、逗号或字母。");

        owner.post(IMPORTS + "/" + id + "/run", "{}").expectStatus().isAccepted();
        becomes(id, "DONE");
        owner.post(IMPORTS + "/" + id + "/undo", "{}").expectStatus().isAccepted();
        becomes(id, "UNDONE");
        owner.get(IMPORTS)
                .expectBody()
                .jsonPath("$.items[0].undone")
                .isEqualTo(1)
                .jsonPath("$.items[0].percent")
                .isEqualTo(100);
    }

    @Test
    void theSameFileTwiceIsOneImport() {
        var file = "手机号\n13612345678\n".getBytes(StandardCharsets.UTF_8);
        var first = upload(file);

        owner.upload(IMPORTS + "?name=b.csv", file)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.again")
                .isEqualTo(true)
                .jsonPath("$.id")
                .isEqualTo(first);
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsRead() {
        owner.upload(IMPORTS + "?name=b.csv", new byte[(20 << 20) + 1])
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void aFileThatIsNoTableSaysSo() {
        var id = upload(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1});

        becomes(id, "FAILED");

        owner.get(IMPORTS + "/" + id).expectBody().jsonPath("$.refusal").isEqualTo("这不是会员表格，请上传 CSV 或 XLSX 文件。");
        owner.post(IMPORTS + "/" + id + "/run", "{}").expectStatus().isEqualTo(409);
    }

    @Test
    void anotherShopsImportIsNobodysBusiness() {
        var id = upload("手机号\n13612345678\n".getBytes(StandardCharsets.UTF_8));
        var stranger = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);

        stranger.get(IMPORTS + "/" + id).expectStatus().isNotFound();
        stranger.get(IMPORTS + "/" + id + "/problems").expectStatus().isNotFound();
        stranger.post(IMPORTS + "/" + id + "/undo", "{}").expectStatus().isNotFound();
        shopkeeper.signedIn(shop, Role.CASHIER).get(IMPORTS).expectStatus().isForbidden();
    }
}
