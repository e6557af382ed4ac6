package io.shuke.gateway.openness;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;

/** What holds for all doors together. */
final class Description {

    static final String TOKEN = "token";
    static final String COOKIE = "cookie";

    private static final String ABOUT = """
            Loyalty for small shops inside WeChat.

            Ids are strings, money is integer 分 (`…Fen`), days are `2026-11-22`, instants are ISO-8601 with an offset, \
            lists are `{"items": […], "next": "…"}` and go on with `?cursor=`. Whatever is refused or fails is \
            `application/problem+json` (RFC 9457) with a stable `code`; `detail` is the sentence to show to people. \
            Every answer carries `X-Request-Id`. 429 and 503 carry `Retry-After`; every request may be repeated.""";

    private Description() {}

    static OpenAPI of(String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("Shuke 熟客")
                        .version(version)
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The mini-program's session token."))
                        .addSecuritySchemes(
                                COOKIE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("shuke_session")
                                        .description("The browser's session, opened by the Official Account login.")));
    }
}
