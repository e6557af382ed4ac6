package io.shuke.gateway.simulator;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The templates an account has chosen. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT)
class TemplateEndpoint {

    private final WechatApi api;
    private final Templates templates;

    TemplateEndpoint(WechatApi api, Templates templates) {
        this.api = api;
        this.templates = templates;
    }

    @GetMapping("/cgi-bin/template/get_all_private_template")
    Mono<ResponseEntity<byte[]>> official(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.json(
                        "template_list",
                        templates.of(call.appid()).stream()
                                .map(template -> Json.of(
                                        "template_id",
                                        template.id(),
                                        "title",
                                        template.title(),
                                        "primary_industry",
                                        "消费品",
                                        "deputy_industry",
                                        "消费品",
                                        "content",
                                        template.content(),
                                        "example",
                                        ""))
                                .toList()));
    }

    @PostMapping("/cgi-bin/template/api_add_template")
    Mono<ResponseEntity<byte[]>> addOfficial(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "template_id",
                        templates
                                .choose(call.appid(), call.field("template_id_short"))
                                .id()));
    }

    @PostMapping("/cgi-bin/template/del_private_template")
    Mono<ResponseEntity<byte[]>> deleteOfficial(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            templates.delete(call.appid(), call.field("template_id"));
            return Reply.ok();
        });
    }

    @GetMapping("/wxaapi/newtmpl/gettemplate")
    Mono<ResponseEntity<byte[]>> mini(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "data",
                        templates.of(call.appid()).stream()
                                .map(template -> Json.of(
                                        "priTmplId", template.id(),
                                        "title", template.title(),
                                        "content", template.content(),
                                        "example", "",
                                        "type", 2))
                                .toList()));
    }

    @GetMapping("/wxaapi/newtmpl/getcategory")
    Mono<ResponseEntity<byte[]>> categories(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> Reply.ok("data", List.of(Json.of("id", 616, "name", "餐饮"))));
    }

    @GetMapping("/wxaapi/newtmpl/getpubtemplatetitles")
    Mono<ResponseEntity<byte[]>> library(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "count",
                        Templates.LIBRARY.size(),
                        "data",
                        Templates.LIBRARY.stream()
                                .map(template -> Json.of(
                                        "tid",
                                        template.id(),
                                        "title",
                                        template.title(),
                                        "type",
                                        2,
                                        "categoryId",
                                        "616"))
                                .toList()));
    }

    @GetMapping("/wxaapi/newtmpl/getpubtemplatekeywords")
    Mono<ResponseEntity<byte[]>> keywords(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "count",
                        0,
                        "data",
                        Templates.LIBRARY.stream()
                                .filter(template -> template.id().equals(call.parameter("tid")))
                                .flatMap(template -> template.gaps().stream())
                                .map(gap -> Json.of("name", gap.label(), "rule", gap.keyword(), "example", ""))
                                .toList()));
    }

    @PostMapping("/wxaapi/newtmpl/addtemplate")
    Mono<ResponseEntity<byte[]>> addMini(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.ok(
                        "priTmplId",
                        templates.choose(call.appid(), call.field("tid")).id()));
    }

    @PostMapping("/wxaapi/newtmpl/deltemplate")
    Mono<ResponseEntity<byte[]>> deleteMini(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            templates.delete(call.appid(), call.field("priTmplId"));
            return Reply.ok();
        });
    }
}
