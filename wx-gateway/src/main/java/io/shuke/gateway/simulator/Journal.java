package io.shuke.gateway.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What the program sent to WeChat and what it was told, newest first, without the secrets. */
final class Journal {

    private static final int KEPT = 1000;
    private static final int LONGEST = 4000;
    private static final Pattern SECRET = Pattern.compile(
            "(\"(?:access_token|refresh_token|secret|appsecret|session_key)\"\\s*:\\s*\")([^\"]{0,6})[^\"]*\"");

    record Entry(
            String id,
            Instant at,
            String method,
            String path,
            @Nullable String appid,
            Map<String, String> query,
            String request,
            String reply,
            int errcode,
            long millis) {}

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final AtomicLong ids = new AtomicLong();

    String nextId() {
        return String.valueOf(ids.incrementAndGet());
    }

    synchronized void add(Entry entry) {
        entries.addFirst(entry);
        if (entries.size() > KEPT) {
            entries.removeLast();
        }
    }

    synchronized List<Entry> newest(int count) {
        return entries.stream().limit(count).toList();
    }

    synchronized void clear() {
        entries.clear();
    }

    static Map<String, String> masked(MultiValueMap<String, String> query) {
        var masked = new TreeMap<String, String>();
        query.toSingleValueMap().forEach((name, value) -> {
            var hidden = name.equals("access_token") || name.equals("secret") || name.equals("refresh_token");
            masked.put(name, hidden ? value.substring(0, Math.min(6, value.length())) + "…" : value);
        });
        return masked;
    }

    static String masked(String text) {
        var masked = SECRET.matcher(text).replaceAll("$1$2…\"");
        return masked.length() > LONGEST ? masked.substring(0, LONGEST) + "…" : masked;
    }
}
