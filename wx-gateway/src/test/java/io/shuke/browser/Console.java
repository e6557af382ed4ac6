package io.shuke.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.shuke.journey.Door;
import java.util.Map;
import java.util.regex.Pattern;

/** The merchant's page, in somebody's hands. */
final class Console {

    private final Door door;
    final Page page;

    Console(Door door, Page page) {
        this.door = door;
        this.page = page;
    }

    /** @param where the page's own path, such as {@code members} */
    void open(String where) {
        page.navigate(door.root() + "/console/#/" + where);
    }

    /** The demo shop's one of that role. */
    void signIn(String role) {
        for (var login :
                door.call("GET", "/sim/api/shop", Map.of(), null).json().path("console")) {
            if (login.path("role").asString("").equals(role)) {
                signIn(
                        login.path("account").asString(""),
                        login.path("password").asString(""));
                return;
            }
        }
        throw new AssertionError("nobody is " + role);
    }

    void signIn(String account, String password) {
        page.getByLabel("账号").fill(account);
        page.getByLabel("密码", new Page.GetByLabelOptions().setExact(true)).fill(password);
        button("登录").click();
    }

    Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator tab(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What everybody must be able to use, whatever page it is. */
    void isForEverybody() {
        Axe.findsNothing(page);
        Looks.everythingHasAName(page.mainFrame());
        Looks.textMayGrow(page);
    }
}
