package io.shuke.console.push;

import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import io.shuke.marketing.push.Gap;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ShopTest
class NoticeDeskIT {

    private static final String NOTICES = "/console/api/notices";
    private static final String WISH = """
            {"on": true, "days": %d, "version": %d, "messages": [{"way": "TEMPLATE", "account": "official",
             "template": "t1", "values": {"thing1": "%s"}}]}""";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    MessageTemplates templates;

    @Autowired
    Jdbc jdbc;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
        var form = new MessageTemplate("official", "t1", Way.TEMPLATE, "提醒", List.of(new Gap("thing1", "内容")));
        jdbc.within(shop, () -> {
            templates.replace("official", Way.TEMPLATE, List.of(form));
            return true;
        });
    }

    @Test
    void isSwitchedOnAndTellsItsWords() {
        var manager = shopkeeper.signedIn(shop, Role.MANAGER);
        manager.put(NOTICES + "/COUPON_EXPIRING", WISH.formatted(5, 0, "{券名}快到期了"))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"on\": true, \"days\": 5, \"version\": 1}");
        manager.get(NOTICES)
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(10)
                .jsonPath("$.items[?(@.occasion == 'COUPON_EXPIRING')].words[0].name")
                .isEqualTo("{券名}")
                .jsonPath("$.items[?(@.occasion == 'JOINED')].on")
                .isEqualTo(false);
    }

    @Test
    void refusesWhatCannotBeToldAndWhatWasChangedMeanwhile() {
        refused("JOINED", WISH.formatted(0, 0, "升到{等级}"), 400, "push.unknown-word");
        refused("JOINED", "{\"on\": true, \"messages\": [], \"version\": 0}", 400, "push.impossible");
        refused("JOINED", WISH.formatted(0, 3, "欢迎"), 409, "push.notice-changed");
    }

    private void refused(String occasion, String wish, int status, String code) {
        shopkeeper
                .signedIn(shop, Role.OWNER)
                .put(NOTICES + "/" + occasion, wish)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}
