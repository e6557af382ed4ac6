package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.nio.charset.Charset;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An owner brings his old members in, with a phone in his hand. */
@Tag("slow")
@OpenShop
class ImportPageIT {

    private final Door door;

    ImportPageIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @Test
    void picksAFileReadsWhatIsWrongRunsItAndTakesItBack() {
        try (var chromium = Chromium.start()) {
            var console = new Console(door, chromium.phone());
            var page = console.page;
            console.open("members/import");
            console.signIn("OWNER");
            assertThat(console.heading("选一个会员表格")).isVisible();
            console.isForEverybody();

            page.locator("input[type=file]").setInputFiles(list());

            assertThat(console.heading("等待确认")).isVisible();
            assertThat(page.getByText("须为半角整数，不带小数点、逗号或字母。")).isVisible();
            assertThat(page.getByText("第 3 行 · 积分")).isVisible();
            assertThat(page.getByText("没有用到的列：店员")).isVisible();
            console.isForEverybody();

            console.button("导入 2 位会员").tap();
            assertThat(console.heading("导入完成")).isVisible();
            console.isForEverybody();

            console.button("撤销这次导入").tap();
            assertThat(console.heading("撤销这次导入？")).isVisible();
            console.isForEverybody();
            console.button("确定撤销").tap();
            assertThat(console.heading("已撤销")).isVisible();
            assertThat(page.locator("dd").last()).isVisible();
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static FilePayload list() {
        var random = ThreadLocalRandom.current().nextInt(1_000_000);
        var text = "手机号,姓名,积分,余额,店员\n135%02d%06d,王芳,120,88.80,甲\n135%02d%06d,李雷,1e3,,乙\n135%02d%06d,韩梅,5,,乙\n"
                .formatted(10, random, 11, random, 12, random);
        return new FilePayload("老会员.csv", "text/csv", text.getBytes(Charset.forName("GB18030")));
    }
}
