package io.shuke.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JoiningIT extends ShopWithAccounts {

    @Test
    void recognisesTheSamePersonInBothPlaces() {
        var union = anyId("u");
        var token = miniToken(anyId("o"), union);
        var first = join(token, joining()).expectStatus().isCreated();
        var number = number(first);
        assertThat(number(join(token, joining()).expectStatus().isOk())).isEqualTo(number);

        var answer = back(begun("?to=/h5/"), WECHAT.code(person(anyId("o"), union)))
                .expectStatus()
                .isFound()
                .returnResult(Void.class);
        var cookie = Objects.requireNonNull(answer.getResponseCookies().getFirst("shuke_session"));
        var me = http.get()
                .uri("/api/me")
                .cookie("shuke_session", cookie.getValue())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(number(me)).isEqualTo(number);
    }

    @Test
    void asksForThePhoneOnceAndJoinsNobodyWithoutIt() {
        var token = miniToken(anyId("o"), anyId("u"));
        var wrong = Map.of("consent", Map.of("version", consents.current().version()), "phoneCode", "neverGiven");
        expectRefusal(join(token, wrong), 400, "login.code-invalid");
        http.get()
                .uri("/api/me")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isForbidden();

        var right =
                Map.of("consent", Map.of("version", consents.current().version()), "phoneCode", WECHAT.code("phone"));
        join(token, right)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.phone")
                .isEqualTo("138****8000");
        join(token, right).expectStatus().isOk();
        assertThat(WECHAT.requests.stream().filter(path -> path.contains("getuserphonenumber")))
                .hasSizeLessThanOrEqualTo(2 + 1);
    }

    @Test
    void letsMembersChangeTakeAndEndWhatIsTheirs() {
        var token = miniToken(anyId("o"), anyId("u"));
        join(token, joining()).expectStatus().isCreated();
        http.patch()
                .uri("/api/me")
                .header("Authorization", "Bearer " + token)
                .bodyValue(Map.of(
                        "nickname",
                        "小满",
                        "birthday",
                        "1990-05-17",
                        "dates",
                        List.of(Map.of("label", "宝宝生日", "month", 8, "day", 15, "lunar", true))))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.nickname")
                .isEqualTo("小满")
                .jsonPath("$.birthday")
                .isEqualTo("1990-05-17")
                .jsonPath("$.dates[0].lunar")
                .isEqualTo(true);
        expectRefusal(
                http.patch()
                        .uri("/api/me")
                        .header("Authorization", "Bearer " + token)
                        .bodyValue(Map.of("birthday", "1990-02-31"))
                        .exchange(),
                400,
                "membership.birthday-impossible");
        http.get()
                .uri("/api/me/export")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueMatches("Content-Disposition", "attachment.*")
                .expectBody()
                .jsonPath("$.consents[0].version")
                .isNotEmpty();
        http.delete()
                .uri("/api/me")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void introducesTheShop() {
        http.get()
                .uri("/api/shop?merchant=" + SHOP)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.merchantId")
                .isEqualTo(SHOP.toString())
                .jsonPath("$.officialAccount")
                .isEqualTo(OFFICIAL)
                .jsonPath("$.consent.version")
                .isNotEmpty();
        expectRefusal(http.get().uri("/api/shop?merchant=1").exchange(), 404, "shop.unknown");
    }
}
