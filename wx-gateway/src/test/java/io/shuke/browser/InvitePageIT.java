package io.shuke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.shuke.OpenShop;
import io.shuke.journey.Door;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page with which a member invites. */
@OpenShop
class InvitePageIT {

    private final Door door;
    private Chromium chromium;
    private Page page;

    InvitePageIT(@LocalServerPort int port) {
        this.door = new Door(port);
    }

    @BeforeEach
    void takeThePhone() {
        chromium = Chromium.start();
        page = chromium.phone();
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        if (chromium != null) {
            try {
                assertThat(chromium.complaints()).isEmpty();
            } finally {
                chromium.close();
            }
        }
    }

    @Test
    void aMemberFindsHisPosterAndNoFriendsYet() {
        var member = door.member();
        page.context()
                .addCookies(List.of(new Cookie("shuke_session", member.session())
                        .setUrl(door.root())
                        .setHttpOnly(true)));
        page.navigate(door.root() + "/h5/?shop=1#/me");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("邀请好友"))
                .click();

        assertThat(page.getByText("还没有朋友来")).isVisible();
        page.waitForFunction("() => [...document.images].every(image => image.naturalWidth === 750)");
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
        Looks.focusIsSeen(page, 4);
    }
}
