package io.shuke.gateway.simulator;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** Everybody in this WeChat, found by id or by what an account calls them, and whom they follow. */
final class People {

    private static final List<String> FIRST = List.of(
            "阿珍的早餐时光", "小满", "陈大勇", "爱喝美式的王同学", "林间小鹿", "老周", "Momo酱", "梧桐树下", "吃货豆豆", "安静的柠檬", "秋刀鱼先生", "豆浆配油条");

    private record FanKey(String appid, String person) {}

    private final Clock clock;
    private final Map<Integer, Person> people = new ConcurrentSkipListMap<>();
    private final Map<String, Map<String, Person>> byOpenid = new ConcurrentHashMap<>();
    private final Map<FanKey, Fan> fans = new ConcurrentHashMap<>();
    private volatile Runnable changed = () -> {};

    People(Clock clock) {
        this.clock = clock;
        FIRST.forEach(this::add);
    }

    void restore(Collection<Person> people, Collection<Fan> fans) {
        people.forEach(person -> this.people.put(Integer.valueOf(person.id()), person));
        fans.forEach(fan -> this.fans.put(new FanKey(fan.appid(), fan.person()), fan));
        byOpenid.clear();
    }

    /** Whom to tell that there is something to keep. */
    void onChange(Runnable changed) {
        this.changed = changed;
    }

    List<Person> all() {
        return List.copyOf(people.values());
    }

    List<Fan> fans() {
        return List.copyOf(fans.values());
    }

    Person person(String id) {
        return Optional.ofNullable(id.matches("\\d{1,9}") ? people.get(Integer.valueOf(id)) : null)
                .orElseThrow(() -> SimulatorRefusal.unknownPerson(id));
    }

    synchronized Person add(String nickname) {
        int id = people.size() + 1;
        var digits = Long.parseLong(Openids.hex("phone:" + id).substring(0, 12), 16) % 100_000_000;
        var person = new Person(String.valueOf(id), nickname, "138%08d".formatted(digits));
        people.put(id, person);
        byOpenid.clear();
        changed.run();
        return person;
    }

    /** Whom the account calls {@code openid}; other accounts' names mean nothing to it. */
    Person known(String appid, String openid) {
        var person = byOpenid.computeIfAbsent(appid, account -> new ConcurrentHashMap<>())
                .computeIfAbsent(openid, name -> people.values().stream()
                        .filter(candidate -> candidate.openid(appid).equals(name))
                        .findFirst()
                        .orElse(null));
        if (person == null) {
            throw WechatError.of(40003);
        }
        return person;
    }

    Fan fan(String appid, Person person) {
        return fans.getOrDefault(new FanKey(appid, person.id()), Fan.stranger(appid, person.id()));
    }

    Fan follow(String appid, Person person, String scene) {
        return change(appid, person, fan -> fan.follows(clock.instant(), scene));
    }

    Fan change(String appid, Person person, UnaryOperator<Fan> step) {
        var fan = fans.compute(
                new FanKey(appid, person.id()),
                (key, before) -> step.apply(before == null ? Fan.stranger(appid, person.id()) : before));
        changed.run();
        return fan;
    }

    /** The followers' names, oldest first. */
    List<Person> followers(String appid) {
        return fans.values().stream()
                .filter(fan -> fan.following() && fan.appid().equals(appid))
                .sorted(Comparator.comparing(Fan::since).thenComparing(fan -> Integer.valueOf(fan.person())))
                .map(fan -> person(fan.person()))
                .toList();
    }
}
