package io.shuke.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.baomidou.mybatisplus.core.plugins.InterceptorIgnoreHelper;
import io.shuke.console.ShopTest;
import io.shuke.console.Shopkeeper;
import io.shuke.console.staff.Role;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

@ShopTest
class RightsIT {

    /** A desk that ends the session. */
    private static final Right SIGN_OUT =
            Right.of(HttpMethod.DELETE, "/console/api/sessions", Role.OWNER, Role.MANAGER, Role.CASHIER, Role.ADVISER);

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    SqlSessionFactory sessions;

    @Test
    void nameEveryDeskAndNothingElse() {
        var desks = mapping.getHandlerMethods().keySet().stream()
                .flatMap(desk -> desk.getPatternsCondition().getPatterns().stream()
                        .flatMap(path -> desk.getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + path)))
                .filter(desk -> desk.contains(" /console"))
                .toList();

        assertThat(desks)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(Rights.ALL.stream()
                        .map(right -> right.method() + " " + right.path())
                        .toList());
    }

    @Test
    void holdForEveryRoleAtEveryDesk() {
        var shop = shopkeeper.opens();
        for (var role : Role.values()) {
            var signedIn = shopkeeper.signedIn(shop, role);
            for (var right : Rights.ALL) {
                if (right.isOpen()) {
                    continue;
                }
                var browser = right.equals(SIGN_OUT) ? shopkeeper.signedIn(shop, role) : signedIn;
                var status = browser.send(right.method(), anyOf(right), null)
                        .returnResult(String.class)
                        .getStatus()
                        .value();
                assertThat(status == 403)
                        .as(role + " " + right.method() + " " + right.path() + " answers " + status)
                        .isEqualTo(!right.roles().contains(role));
            }
        }
    }

    @Test
    void areNoUseToWhomIsNotSignedIn() {
        for (var right : Rights.ALL) {
            if (!right.isOpen()) {
                shopkeeper
                        .browser()
                        .send(right.method(), anyOf(right), null)
                        .expectStatus()
                        .isUnauthorized()
                        .expectBody()
                        .jsonPath("$.code")
                        .isEqualTo("console.signed-out");
            }
        }
    }

    @Test
    void closeWhatTheyDoNotName() {
        var owner = shopkeeper.signedIn(shopkeeper.opens(), Role.OWNER);

        for (var path :
                new String[] {"/console/api", "/console/api/check-in-plan/", "/console/x", "/console/index.html"}) {
            owner.get(path).expectStatus().isForbidden();
        }
        owner.send(HttpMethod.PATCH, "/console/api/check-in-plan", null)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void onlyTheseStatementsLookPastTheMerchant() {
        // The map also holds short names, some of them ambiguous.
        var past = Stream.<Object>of(
                        sessions.getConfiguration().getMappedStatements().toArray())
                .filter(MappedStatement.class::isInstance)
                .map(statement -> ((MappedStatement) statement).getId())
                .filter(InterceptorIgnoreHelper::willIgnoreTenantLine)
                .distinct();

        assertThat(past)
                .containsExactlyInAnyOrder(
                        "io.shuke.console.staff.StaffMapper.employerOf",
                        "io.shuke.console.staff.FirstOwnerMapper.merchantOf",
                        "io.shuke.console.staff.InvitationMapper.merchantOf",
                        "io.shuke.marketing.till.TillKeyMapper.anywhere",
                        "io.shuke.marketing.push.PushMapper.merchantsWithWork",
                        "io.shuke.marketing.webhook.WebhookMapper.merchantsWithWork",
                        "io.shuke.console.door.StaffSessionMapper.merchantOf");
    }

    private static String anyOf(Right right) {
        return right.path().replaceAll("\\{[a-z]+}", "1");
    }
}
