package io.shuke.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MiniLoginIT extends ShopWithAccounts {

    @Test
    void logsTheMiniProgramInWithoutAnyAccessToken() {
        WECHAT.next("/cgi-bin/stable_token", FakeWechat.page(500));
        var code = WECHAT.code(person(anyId("o"), anyId("u")));
        login(MINI, code)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.token")
                .isNotEmpty()
                .jsonPath("$.expiresIn")
                .isNumber()
                .jsonPath("$.member")
                .isEmpty()
                .jsonPath("$.session_key")
                .doesNotExist();
        expectRefusal(login(MINI, code), 400, "login.code-used");
    }

    @Test
    void tellsWhyTheMiniProgramIsNotLoggedIn() {
        expectRefusal(login(MINI, "neverGiven"), 400, "login.code-invalid");
        expectRefusal(login(MINI, "a&secret=b"), 400, "login.code-invalid");
        expectRefusal(login(MINI, ""), 400, "login.code-invalid");
        WECHAT.next("/sns/jscode2session", FakeWechat.error(45011));
        expectRefusal(login(MINI, "code"), 429, "login.too-often");
        WECHAT.next("/sns/jscode2session", FakeWechat.error(40226));
        expectRefusal(login(MINI, "code"), 403, "login.not-trusted");
        for (var away : List.of(
                FakeWechat.error(-1),
                FakeWechat.page(502),
                FakeWechat.half(),
                FakeWechat.reset(),
                FakeWechat.silence())) {
            WECHAT.next("/sns/jscode2session", away);
            expectRefusal(login(MINI, "code"), 503, "request.busy");
        }
    }

    @Test
    void logsNothingThatIsSecretOrPersonal() {
        var lines = new CopyOnWriteArrayList<String>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var before = root.getLevel();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                // The test itself asks from these threads, and WeChat's stand-in writes down what it is asked.
                if (!event.getThreadName().equals("main")
                        && !event.getLoggerName().startsWith("com.sun.net.httpserver")
                        && !event.getThreadName().startsWith("reactor-http")) {
                    lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
                }
            }
        };
        appender.setContext(root.getLoggerContext());
        appender.start();
        var openid = anyId("o");
        var unionid = anyId("u");
        root.setLevel(Level.TRACE);
        root.addAppender(appender);
        try {
            var token = miniToken(openid, unionid);
            WECHAT.next("/wxa/business/getuserphonenumber", FakeWechat.error(40013));
            var joining =
                    Map.of("consent", Map.of("version", consents.current().version()), "phoneCode", WECHAT.code("p"));
            join(token, joining).expectStatus().is5xxServerError();
            join(token, joining).expectStatus().is2xxSuccessful();
            back(begun("?to=/h5/"), WECHAT.code(person(openid, unionid)))
                    .expectStatus()
                    .isFound();
            back(begun("?to=/h5/"), "neverGiven").expectStatus().isBadRequest();
            assertThat(lines).isNotEmpty();
            for (var secret : List.of(
                    openid,
                    unionid,
                    token,
                    SECRET,
                    "SESSIONKEY",
                    "SNSTOKEN",
                    "REFRESHTOKEN",
                    "TOKEN-",
                    FakeWechat.PHONE)) {
                assertThat(lines)
                        .filteredOn(line -> !line.startsWith("sun.net.httpserver"))
                        .as("lines with %s", secret)
                        .noneMatch(line -> line.contains(secret));
            }
        } finally {
            root.detachAppender(appender);
            root.setLevel(before);
        }
    }
}
