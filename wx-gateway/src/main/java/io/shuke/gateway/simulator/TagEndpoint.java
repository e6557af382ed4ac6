package io.shuke.gateway.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.StreamSupport;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The tags an Official Account puts on its followers. */
@Simulated
@RestController
@RequestMapping(WechatApi.ROOT + "/cgi-bin")
class TagEndpoint {

    /** WeChat keeps the first numbers for its own tags. */
    private static final int FIRST_OWN = 100;

    private static final int MOST = 100;

    private final WechatApi api;
    private final People people;
    private final Map<String, Map<Integer, String>> tags = new ConcurrentHashMap<>();

    TagEndpoint(WechatApi api, People people) {
        this.api = api;
        this.people = people;
    }

    @PostMapping("/tags/create")
    Mono<ResponseEntity<byte[]>> create(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var name = call.body().path("tag").path("name").asString("");
            var own = of(call);
            synchronized (own) {
                if (name.isBlank()) {
                    throw new WechatError(40035, "invalid parameter");
                }
                if (own.containsValue(name)) {
                    throw new WechatError(45157, "invalid tag name");
                }
                if (own.size() == MOST) {
                    throw new WechatError(45056, "too many tag now, no need to add new");
                }
                int id = own.keySet().stream().mapToInt(Integer::intValue).max().orElse(FIRST_OWN - 1) + 1;
                own.put(id, name);
                return Reply.json("tag", Json.of("id", id, "name", name));
            }
        });
    }

    @GetMapping("/tags/get")
    Mono<ResponseEntity<byte[]>> all(ServerWebExchange exchange) {
        return api.withToken(
                exchange,
                call -> Reply.json(
                        "tags",
                        of(call).entrySet().stream()
                                .map(tag -> Json.of(
                                        "id", tag.getKey(),
                                        "name", tag.getValue(),
                                        "count",
                                                wearing(call.appid(), tag.getKey())
                                                        .size()))
                                .toList()));
    }

    @PostMapping("/tags/update")
    Mono<ResponseEntity<byte[]>> rename(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            of(call).put(
                            existing(call, call.body().path("tag").path("id").asInt(0)),
                            call.body().path("tag").path("name").asString(""));
            return Reply.ok();
        });
    }

    @PostMapping("/tags/delete")
    Mono<ResponseEntity<byte[]>> delete(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            int id = existing(call, call.body().path("tag").path("id").asInt(0));
            of(call).remove(id);
            wearing(call.appid(), id).forEach(person -> tag(call.appid(), person, id, false));
            return Reply.ok();
        });
    }

    @PostMapping("/tags/members/batchtagging")
    Mono<ResponseEntity<byte[]>> put(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> tagAll(call, true));
    }

    @PostMapping("/tags/members/batchuntagging")
    Mono<ResponseEntity<byte[]>> take(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> tagAll(call, false));
    }

    @PostMapping("/tags/getidlist")
    Mono<ResponseEntity<byte[]>> ofOne(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var person = people.known(call.appid(), call.field("openid"));
            return Reply.json(
                    "tagid_list", List.copyOf(people.fan(call.appid(), person).tags()));
        });
    }

    @PostMapping("/user/tag/get")
    Mono<ResponseEntity<byte[]>> wearers(ServerWebExchange exchange) {
        return api.withToken(exchange, call -> {
            var openids = wearing(call.appid(), call.body().path("tagid").asInt(0)).stream()
                    .map(person -> person.openid(call.appid()))
                    .toList();
            return Reply.json("count", openids.size(), "data", Json.of("openid", openids), "next_openid", "");
        });
    }

    private Reply tagAll(Call call, boolean on) {
        int id = existing(call, call.body().path("tagid").asInt(0));
        var persons = StreamSupport.stream(call.body().path("openid_list").spliterator(), false)
                .map(openid -> people.known(call.appid(), openid.asString("")))
                .toList();
        persons.forEach(person -> tag(call.appid(), person, id, on));
        return Reply.ok();
    }

    private void tag(String appid, Person person, int id, boolean on) {
        people.change(appid, person, fan -> {
            Set<Integer> tags = new HashSet<>(fan.tags());
            if (on) {
                tags.add(id);
            } else {
                tags.remove(id);
            }
            return fan.tagged(tags);
        });
    }

    private List<Person> wearing(String appid, int id) {
        return people.followers(appid).stream()
                .filter(person -> people.fan(appid, person).tags().contains(id))
                .toList();
    }

    private int existing(Call call, int id) {
        if (!of(call).containsKey(id)) {
            throw new WechatError(45159, "invalid tagid");
        }
        return id;
    }

    private Map<Integer, String> of(Call call) {
        return tags.computeIfAbsent(call.appid(), appid -> new ConcurrentSkipListMap<>());
    }
}
