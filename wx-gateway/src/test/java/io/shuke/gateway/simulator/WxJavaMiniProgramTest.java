package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.bean.WxMaCodeLineColor;
import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
import cn.binarywang.wx.miniapp.bean.security.WxMaMsgSecCheckCheckRequest;
import cn.binarywang.wx.miniapp.bean.urllink.GenerateUrlLinkRequest;
import io.shuke.gateway.simulator.OneTimeCodes.Meaning;
import io.shuke.gateway.simulator.OneTimeCodes.Purpose;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The mini-program as WxJava sees it. */
@SimulatorTest
class WxJavaMiniProgramTest {

    private final WxMaService wechat;
    private final People people;
    private final Phones phones;
    private final OneTimeCodes codes;
    private final Permissions permissions;
    private Person person;

    WxJavaMiniProgramTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Phones phones,
            @Autowired OneTimeCodes codes,
            @Autowired Permissions permissions) {
        this.wechat = WxJava.mini(port);
        this.people = people;
        this.phones = phones;
        this.codes = codes;
        this.permissions = permissions;
        this.person = people.person("1");
    }

    @BeforeEach
    void begin() {
        person = people.add("小程序里的人");
    }

    @Test
    void aLoginCodeNamesThePersonOnceAndWithTheSameUnionidAsTheOfficialAccount() throws WxErrorException {
        var code = code(Purpose.LOGIN);

        var session = wechat.getUserService().getSessionInfo(code);
        assertThat(session.getOpenid()).isEqualTo(openid()).isNotEqualTo(person.openid(Given.OFFICIAL));
        assertThat(session.getUnionid()).isEqualTo(person.unionid());
        assertThat(session.getSessionKey()).isNotBlank();
        WxJava.refuses(40163, () -> wechat.getUserService().getSessionInfo(code));
        WxJava.refuses(40029, () -> wechat.getUserService().getSessionInfo("invented"));
    }

    @Test
    void aPhoneCodeTellsTheNumberOnce() throws WxErrorException {
        var code = code(Purpose.PHONE);

        assertThat(wechat.getUserService().getPhoneNumber(code).getPurePhoneNumber())
                .isEqualTo(person.phone());
        WxJava.refuses(40163, () -> wechat.getUserService().getPhoneNumber(code));
        var login = code(Purpose.LOGIN);
        WxJava.refuses(40029, () -> wechat.getUserService().getPhoneNumber(login));
    }

    @Test
    void aSubscribeMessageWithoutAYesIsRefused() throws WxErrorException {
        var message = WxMaSubscribeMessage.builder()
                .toUser(openid())
                .templateId("tpl-check-in")
                .page("pages/card/card")
                .data(List.of(
                        new WxMaSubscribeMessage.MsgData("thing1", "每日签到"),
                        new WxMaSubscribeMessage.MsgData("number2", "3"),
                        new WxMaSubscribeMessage.MsgData("thing3", "再签 4 天送券")))
                .build();
        WxJava.refuses(43101, () -> wechat.getSubscribeService().sendSubscribeMsg(message));
        permissions.consents().accept(openid(), "tpl-check-in");

        wechat.getSubscribeService().sendSubscribeMsg(message);
        assertThat(phones.messages(person))
                .singleElement()
                .extracting(PhoneMessage::page)
                .isEqualTo("pages/card/card");
        WxJava.refuses(43101, () -> wechat.getSubscribeService().sendSubscribeMsg(message));
    }

    @Test
    void aCodeIsAPictureThatSaysItsScene() throws Exception {
        var picture = wechat.getQrcodeService()
                .createWxaCodeUnlimitBytes(
                        "store-1",
                        "pages/card/card",
                        false,
                        "release",
                        430,
                        true,
                        new WxMaCodeLineColor("0", "0", "0"),
                        false);

        assertThat(Scanner.read(picture)).contains("page=pages/card/card").endsWith("scene=store-1");
        WxJava.refuses(40169, () -> wechat.getQrcodeService()
                .createWxaCodeUnlimitBytes("x".repeat(33), "a", false, "release", 430, true, null, false));
        WxJava.refuses(41030, () -> wechat.getQrcodeService()
                .createWxaCodeUnlimitBytes("a", "/pages/a", false, "release", 430, true, null, false));
    }

    @Test
    void textsAreJudged() throws WxErrorException {
        assertThat(judge("今天的豆浆真好喝")).isEqualTo("pass");
        assertThat(judge("这里可以赌博")).isEqualTo("risky");
    }

    @Test
    void linksAndTemplatesAreThere() throws WxErrorException {
        var link = wechat.getLinkService()
                .generateUrlLink(GenerateUrlLinkRequest.builder()
                        .path("pages/card/card")
                        .query("from=sms")
                        .build());

        assertThat(link).startsWith("https://wxaurl.cn/");
        assertThat(wechat.getSubscribeService().getTemplateList())
                .extracting(template -> template.getPriTmplId())
                .contains("tpl-points");
    }

    private String judge(String text) throws WxErrorException {
        return wechat.getSecurityService()
                .checkMessage(WxMaMsgSecCheckCheckRequest.builder()
                        .openid(openid())
                        .scene(1)
                        .version("2")
                        .content(text)
                        .build())
                .getResult()
                .getSuggest();
    }

    private String code(Purpose purpose) {
        return codes.issue(purpose, new Meaning(Given.MINI, person.id(), "", false));
    }

    private String openid() {
        return person.openid(Given.MINI);
    }
}
