package io.shuke.member.membership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a member told about himself, in the clear.
 *
 * @param nicknameFrom the provider the nickname came from, null when he typed it
 */
record Personal(
        @Nullable String nickname,
        @Nullable String nicknameFrom,
        @Nullable LocalDate birthday,
        Map<String, String> profile) {

    private static final String NICKNAME = "nickname";
    private static final String BIRTHDAY = "birthday";
    private static final String PROFILE = "profile.";

    Personal {
        profile = Collections.unmodifiableMap(new TreeMap<>(profile));
    }

    /** The names of what this one lacks and the other has. */
    List<String> gaps(Personal other) {
        var gaps = new ArrayList<String>();
        if (nickname == null && other.nickname != null) {
            gaps.add(NICKNAME);
        }
        if (birthday == null && other.birthday != null) {
            gaps.add(BIRTHDAY);
        }
        other.profile.keySet().stream()
                .filter(name -> !profile.containsKey(name))
                .map(PROFILE::concat)
                .forEach(gaps::add);
        return gaps;
    }

    Personal filledFrom(Personal other) {
        var fields = new TreeMap<>(other.profile);
        fields.putAll(profile);
        return new Personal(
                nickname == null ? other.nickname : nickname,
                nickname == null ? other.nicknameFrom : nicknameFrom,
                birthday == null ? other.birthday : birthday,
                fields);
    }

    /** Takes back what was filled, except what has been changed since. */
    Personal without(List<String> filled, Personal other) {
        boolean nicknameGoes = filled.contains(NICKNAME) && nickname != null && nickname.equals(other.nickname);
        boolean birthdayGoes = filled.contains(BIRTHDAY) && birthday != null && birthday.equals(other.birthday);
        var fields = new TreeMap<>(profile);
        other.profile.forEach((name, value) -> {
            if (filled.contains(PROFILE + name)) {
                fields.remove(name, value);
            }
        });
        return new Personal(
                nicknameGoes ? null : nickname,
                nicknameGoes ? null : nicknameFrom,
                birthdayGoes ? null : birthday,
                fields);
    }

    /** One line a field: neither names nor values can hold a line break. */
    @Nullable
    String profileText() {
        if (profile.isEmpty()) {
            return null;
        }
        var lines = new StringBuilder();
        profile.forEach(
                (name, value) -> lines.append(name).append('=').append(value).append('\n'));
        return lines.toString();
    }

    static Map<String, String> profileOf(@Nullable String text) {
        var profile = new TreeMap<String, String>();
        if (text != null) {
            text.lines().forEach(line -> {
                int sign = line.indexOf('=');
                profile.put(line.substring(0, sign), line.substring(sign + 1));
            });
        }
        return profile;
    }
}
