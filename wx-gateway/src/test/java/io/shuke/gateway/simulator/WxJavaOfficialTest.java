package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.bean.menu.WxMenu;
import me.chanjar.weixin.common.bean.menu.WxMenuButton;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import me.chanjar.weixin.mp.enums.WxMpApiUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The Official Account as WxJava sees it. */
@SimulatorTest
class WxJavaOfficialTest {

    private static final String TEMPLATE = "/cgi-bin/message/template/send";

    private final int port;
    private final WebTestClient web;
    private final WxMpService wechat;
    private final People people;
    private final Phones phones;
    private final Permissions permissions;
    private final Faults faults;
    private final Journal journal;
    private final DoorEndpoint door;
    private final SettableClock clock;
    private Person person;

    WxJavaOfficialTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Phones phones,
            @Autowired Permissions permissions,
            @Autowired Faults faults,
            @Autowired Journal journal,
            @Autowired DoorEndpoint door,
            @Autowired SettableClock clock) {
        this.port = port;
        this.web = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        this.wechat = WxJava.official(port);
        this.people = people;
        this.phones = phones;
        this.permissions = permissions;
        this.faults = faults;
        this.journal = journal;
        this.door = door;
        this.clock = clock;
        this.person = people.person("1");
    }

    @BeforeEach
    void begin() {
        faults.clear();
        door.reset();
        person = people.add("新来的");
    }

    @Test
    void tokensAreSharedThroughTheStableEndpoint() throws WxErrorException {
        var first = wechat.getAccessToken();

        assertThat(WxJava.official(port).getAccessToken()).isEqualTo(first);
        assertThat(wechat.getJsapiTicket()).isNotBlank();
        assertThat(wechat.getCallbackIP()).containsExactly("127.0.0.1");
    }

    @Test
    void aTokenTheFaultCallsInvalidIsFetchedAgainAndTheCallRepeated() throws WxErrorException {
        people.follow(Given.OFFICIAL, person, "");
        faults.add(new Fault("/cgi-bin/user/info", 40001, null, null, 1, null, null));

        assertThat(wechat.getUserService().userInfo(openid()).getSubscribe()).isTrue();
        assertThat(faults.all()).isEmpty();
    }

    @Test
    void aSilentCodeTellsWhoIsThereOnce() throws WxErrorException {
        var code = authorize("snsapi_base", "");

        var token = wechat.getOAuth2Service().getAccessToken(code);
        assertThat(token.getOpenId()).isEqualTo(openid());
        assertThat(token.getUnionId()).isEqualTo(person.unionid());
        assertThat(token.getSnapshotUser()).isNull();
        WxJava.refuses(40163, () -> wechat.getOAuth2Service().getAccessToken(code));
        WxJava.refuses(48001, () -> wechat.getOAuth2Service().getUserInfo(token, "zh_CN"));
        assertThat(wechat.getOAuth2Service().validateAccessToken(token)).isTrue();
    }

    @Test
    void aCodeWithConsentTellsTheNicknameToo() throws WxErrorException {
        var token = wechat.getOAuth2Service().getAccessToken(authorize("snsapi_userinfo", "&sim_consent=accept"));
        var profile = wechat.getOAuth2Service().getUserInfo(token, "zh_CN");

        assertThat(profile.getNickname()).isEqualTo("新来的");
        assertThat(profile.getUnionId()).isEqualTo(person.unionid());
        var refreshed = wechat.getOAuth2Service().refreshAccessToken(token.getRefreshToken());
        assertThat(refreshed.getOpenId()).isEqualTo(openid());
    }

    @Test
    void aSnapshotIsNobody() throws WxErrorException {
        var token = wechat.getOAuth2Service()
                .getAccessToken(authorize("snsapi_userinfo", "&sim_consent=accept&sim_snapshot=1"));

        assertThat(token.getSnapshotUser()).isEqualTo(1);
        assertThat(token.getOpenId()).isNotEqualTo(openid());
        assertThat(token.getUnionId()).isNotEqualTo(person.unionid());
    }

    @Test
    void aCodeEndsAfterFiveMinutes() {
        var code = authorize("snsapi_base", "");
        clock.advance(Duration.ofMinutes(5));

        WxJava.refuses(40029, () -> wechat.getOAuth2Service().getAccessToken(code));
    }

    @Test
    void aTemplateMessageReachesTheFollowersPhoneOnceForEachClientId() throws WxErrorException {
        people.follow(Given.OFFICIAL, person, "");
        var message = points("push-" + person.id());

        var first = wechat.getTemplateMsgService().sendTemplateMsg(message);
        assertThat(wechat.getTemplateMsgService().sendTemplateMsg(message)).isEqualTo(first);
        assertThat(phones.messages(person)).singleElement().satisfies(shown -> {
            assertThat(shown.title()).isEqualTo("积分变动提醒");
            assertThat(shown.lines()).contains(new PhoneMessage.Line("当前积分", "105"));
            assertThat(shown.url()).isEqualTo("http://127.0.0.1/h5/");
        });
    }

    @Test
    void aTemplateMessageNeedsAFollowerATemplateAndFittingValues() {
        WxJava.refuses(43004, () -> wechat.getTemplateMsgService().sendTemplateMsg(points("")));
        people.follow(Given.OFFICIAL, person, "");
        var unknown = points("");
        unknown.setTemplateId("tpl-none");
        WxJava.refuses(40037, () -> wechat.getTemplateMsgService().sendTemplateMsg(unknown));
        var foreign = points("");
        foreign.setToUser(person.openid(Given.MINI));
        WxJava.refuses(40003, () -> wechat.getTemplateMsgService().sendTemplateMsg(foreign));
        var tooLong = points("");
        tooLong.setData(List.of(new WxMpTemplateData("character_string1", "9".repeat(33))));
        WxJava.refuses(47003, () -> wechat.getTemplateMsgService().sendTemplateMsg(tooLong));
    }

    @Test
    void aLostReplyMayHideAMessageThatArrived() {
        people.follow(Given.OFFICIAL, person, "");
        faults.add(new Fault(TEMPLATE, -1, null, null, null, openid(), true));

        assertThatThrownBy(() -> wechat.getTemplateMsgService().sendTemplateMsg(points("lost-" + person.id())));
        assertThat(phones.messages(person)).hasSize(1);
    }

    @Test
    void aDroppedConnectionIsAnErrorToTheCaller() {
        faults.add(new Fault("/cgi-bin/user/get", null, null, true, null, null, null));

        assertThatThrownBy(() -> wechat.getUserService().userList(null)).isInstanceOf(Exception.class);
    }

    @Test
    void customerServiceSpeaksOnlyWhileTheWindowIsOpen() throws WxErrorException {
        var message = WxMpKefuMessage.TEXT().toUser(openid()).content("欢迎光临").build();
        WxJava.refuses(45015, () -> wechat.getKefuService().sendKefuMessage(message));
        permissions.windows().open(openid(), TalkWindows.Trigger.TOUCH);

        assertThat(wechat.getKefuService().sendKefuMessage(message)).isTrue();
        assertThat(phones.messages(person)).extracting(PhoneMessage::text).containsExactly("欢迎光临");
    }

    @Test
    void aSubscribeMessageNeedsAYesForEach() throws WxErrorException {
        var body = Json.text(Json.of(
                "touser",
                openid(),
                "template_id",
                "tpl-coupon",
                "data",
                Map.of(
                        "thing1", Map.of("value", "满30减5"),
                        "amount2", Map.of("value", "¥5.00"),
                        "time3", Map.of("value", "2026-12-31"))));
        WxJava.refuses(43101, () -> wechat.post(WxMpApiUrl.SubscribeMsg.SEND_SUBSCRIBE_MESSAGE_URL, body));
        permissions.consents().accept(openid(), "tpl-coupon");

        assertThat(wechat.post(WxMpApiUrl.SubscribeMsg.SEND_SUBSCRIBE_MESSAGE_URL, body))
                .contains("\"errcode\":0");
        assertThat(phones.messages(person))
                .singleElement()
                .extracting(PhoneMessage::title)
                .isEqualTo("优惠券到账提醒");
    }

    @Test
    void aQrCodeIsAPictureThatSaysItsScene() throws Exception {
        var ticket = wechat.getQrcodeService().qrCodeCreateTmpTicket("store-1", 3600);
        var picture = wechat.getQrcodeService().qrCodePicture(ticket);

        assertThat(ticket.getExpireSeconds()).isEqualTo(3600);
        assertThat(Scanner.read(Files.readAllBytes(picture.toPath()))).endsWith("scene=store-1");
        assertThat(wechat.getQrcodeService().qrCodeCreateLastTicket("store-2").getExpireSeconds())
                .isNotPositive();
        WxJava.refuses(40053, () -> wechat.getQrcodeService().qrCodeCreateTmpTicket("x".repeat(65), 60));
    }

    @Test
    void followersAreListedAndTagged() throws WxErrorException {
        people.follow(Given.OFFICIAL, person, "store-1");
        var tag = wechat.getUserTagService().tagCreate("常客" + person.id());
        wechat.getUserTagService().batchTagging(tag.getId(), new String[] {openid()});

        var user = wechat.getUserService().userInfo(openid());
        assertThat(user.getQrSceneStr()).isEqualTo("store-1");
        assertThat(user.getUnionId()).isEqualTo(person.unionid());
        assertThat(user.getTagIds()).containsExactly(tag.getId());
        assertThat(wechat.getUserService().userList(null).getOpenids()).contains(openid());
        assertThat(wechat.getUserTagService().userTagList(openid())).containsExactly(tag.getId());
    }

    @Test
    void theMenuIsKept() throws WxErrorException {
        var button = new WxMenuButton();
        button.setType("view");
        button.setName("会员卡");
        button.setUrl("http://127.0.0.1/h5/");
        var menu = new WxMenu();
        menu.setButtons(List.of(button));
        wechat.getMenuService().menuCreate(menu);

        assertThat(wechat.getMenuService().menuGet().getMenu().getButtons())
                .singleElement()
                .extracting(WxMenuButton::getName)
                .isEqualTo("会员卡");
        wechat.getMenuService().menuDelete();
    }

    @Test
    void theJournalTellsEverythingButTheSecrets() throws WxErrorException {
        var token = wechat.getAccessToken(true);
        wechat.getUserService().userInfo(openid());

        var page = Json.text(journal.newest(100));
        assertThat(page).contains("/cgi-bin/user/info", openid()).doesNotContain(token, Given.SECRET);
    }

    private String authorize(String scope, String more) {
        var url = wechat.getOAuth2Service()
                .buildAuthorizationUrl("http://127.0.0.1/oauth/x/return", scope, "st4te")
                .replace("#wechat_redirect", "&sim_person=" + person.id() + more);
        var location = web.get()
                .uri(URI.create(url))
                .exchange()
                .expectStatus()
                .isFound()
                .returnResult()
                .getResponseHeaders()
                .getLocation();
        assertThat(location).hasParameter("state", "st4te");
        return String.valueOf(location).replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private WxMpTemplateMessage points(String clientId) {
        return WxMpTemplateMessage.builder()
                .toUser(openid())
                .templateId("tpl-points")
                .clientMsgId(clientId)
                .url("http://127.0.0.1/h5/")
                .data(List.of(
                        new WxMpTemplateData("character_string1", "8800123456"),
                        new WxMpTemplateData("thing2", "签到 +5"),
                        new WxMpTemplateData("number3", "105"),
                        new WxMpTemplateData("time4", "2026-11-22 10:00")))
                .build();
    }

    private String openid() {
        return person.openid(Given.OFFICIAL);
    }
}
