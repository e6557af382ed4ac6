package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.TalkWindows.Trigger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What a person does with the phone in hand. */
final class Acts {

    private final People people;
    private final Phones phones;
    private final Permissions permissions;
    private final Callbacks callbacks;

    Acts(People people, Phones phones, Permissions permissions, Callbacks callbacks) {
        this.people = people;
        this.phones = phones;
        this.permissions = permissions;
        this.callbacks = callbacks;
    }

    /** @param messages what has appeared in the chat since the act began, newest first */
    record Seen(boolean following, Parcel.@Nullable Sight callback, List<PhoneMessage> messages) {}

    /** Who acts, towards which account, and how the callback is to travel. */
    record Scene(
            Person person,
            SimulatedAccount account,
            @Nullable JsonNode delivery) {

        String appid() {
            return account.appid();
        }

        String openid() {
            return person.openid(account.appid());
        }
    }

    Mono<Seen> follow(Scene scene, String code) {
        if (following(scene)) {
            return Mono.fromSupplier(() -> new Seen(true, null, List.of()));
        }
        return seen(scene, () -> {
            people.follow(scene.appid(), scene.person(), code);
            permissions.windows().open(scene.openid(), Trigger.TOUCH);
            phones.notice(
                    scene.person(), scene.appid(), "你已关注" + scene.account().name());
            return Events.subscribe(code);
        });
    }

    Mono<Seen> unfollow(Scene scene) {
        if (!following(scene)) {
            return Mono.fromSupplier(() -> new Seen(false, null, List.of()));
        }
        return seen(scene, () -> {
            people.change(scene.appid(), scene.person(), Fan::leaves);
            permissions.windows().close(scene.openid());
            phones.notice(
                    scene.person(), scene.appid(), "你已取消关注" + scene.account().name());
            return Events.unsubscribe();
        });
    }

    /** Somebody new who scans follows with one touch more; that touch is taken for granted. */
    Mono<Seen> scan(Scene scene, String code) {
        if (!following(scene)) {
            return follow(scene, code);
        }
        return seen(scene, () -> {
            permissions.windows().open(scene.openid(), Trigger.TOUCH);
            return Events.scan(code);
        });
    }

    Mono<Seen> say(Scene scene, String text) {
        if (scene.account().official() && !following(scene)) {
            throw SimulatorRefusal.notFollowing(scene.account().name());
        }
        return seen(scene, () -> {
            permissions.windows().open(scene.openid(), Trigger.MESSAGE);
            phones.say(scene.person(), scene.appid(), text);
            return Events.text(text);
        });
    }

    Mono<Seen> click(Scene scene, String key) {
        return seen(scene, () -> {
            permissions.windows().open(scene.openid(), Trigger.TOUCH);
            return Events.click(key);
        });
    }

    Mono<Seen> enterSession(Scene scene, String from) {
        return seen(scene, () -> {
            permissions.windows().open(scene.openid(), Trigger.ENTER);
            return Events.enterSession(from);
        });
    }

    /** Anything else that WeChat reports and that changes nothing here. */
    Mono<Seen> report(Scene scene, Event event) {
        return seen(scene, () -> event);
    }

    private boolean following(Scene scene) {
        return people.fan(scene.appid(), scene.person()).following();
    }

    private interface Act {
        Event happen();
    }

    private Mono<Seen> seen(Scene scene, Act act) {
        return Mono.defer(() -> {
            var newest = phones.messages(scene.person()).stream().findFirst();
            var event = act.happen();
            return callbacks
                    .send(scene.account(), scene.person(), event, scene.delivery())
                    .map(sight -> new Seen(following(scene), sight, since(scene.person(), newest)));
        });
    }

    private List<PhoneMessage> since(Person person, Optional<PhoneMessage> newest) {
        return phones.messages(person).stream()
                .takeWhile(message ->
                        newest.map(old -> !old.id().equals(message.id())).orElse(true))
                .toList();
    }
}
