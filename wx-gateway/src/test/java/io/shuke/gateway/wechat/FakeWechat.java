package io.shuke.gateway.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.mock.env.MockEnvironment;

/** A WeChat that does as it is told: one valid access token, one-time codes, and scripted faults. */
final class FakeWechat implements AutoCloseable {

    /** Answers one request, or fails to. */
    interface Script {
        void play(HttpExchange exchange) throws IOException;
    }

    static final String PHONE = "13800138000";

    private final HttpServer server;
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, Queue<Script>> scripts = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger tokenCalls = new AtomicInteger();

    private volatile String token = "none";

    FakeWechat() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "fake-wechat");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
        rotate();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Hosts hosts() {
        return new Hosts(new MockEnvironment()
                .withProperty("shuke.wechat.api-host", address())
                .withProperty("shuke.wechat.open-host", address() + "/"));
    }

    /** From now on only a new token counts. */
    String rotate() {
        token = "TOKEN-" + tokens.incrementAndGet() + "-" + "t".repeat(100);
        return token;
    }

    /** The next request of that path gets this. */
    void next(String path, Script script) {
        scripts.computeIfAbsent(path, any -> new ConcurrentLinkedQueue<>()).add(script);
    }

    void forgetScripts() {
        scripts.clear();
    }

    /** A code good for one exchange, which brings that answer. */
    String code(String answer) {
        var code = "code" + codes.size() + "x";
        codes.put(code, answer);
        return code;
    }

    static Script json(String body) {
        return exchange -> answer(exchange, 200, body);
    }

    static Script error(int errcode) {
        return json("{\"errcode\":" + errcode + ",\"errmsg\":\"no rid: 5f5f5f5f-00000000-11111111\"}");
    }

    static Script page(int status) {
        return exchange -> answer(exchange, status, "<html>Bad Gateway</html>");
    }

    static Script half() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"errcode\":0,".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        };
    }

    static Script reset() {
        return HttpExchange::close;
    }

    static Script silence() {
        return exchange -> {
            try {
                Thread.sleep(6_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var script = scripts.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
        if (script != null) {
            script.play(exchange);
            return;
        }
        switch (path) {
            case "/cgi-bin/stable_token" -> {
                tokenCalls.incrementAndGet();
                answer(exchange, 200, "{\"access_token\":\"" + token + "\",\"expires_in\":7200}");
            }
            case "/sns/jscode2session", "/sns/oauth2/access_token" -> exchange(exchange);
            case "/wxa/business/getuserphonenumber" -> guarded(exchange, phone(exchange));
            case "/cgi-bin/user/info" -> guarded(exchange, "{\"subscribe\":1,\"openid\":\"o\"}");
            default -> guarded(exchange, "{\"errcode\":0,\"errmsg\":\"ok\"}");
        }
    }

    private void exchange(HttpExchange exchange) throws IOException {
        var query = exchange.getRequestURI().getQuery();
        var code = query.replaceFirst(".*(?:js_)?code=([^&]*).*", "$1");
        var answer = codes.get(code);
        if (answer == null) {
            answer(exchange, 200, "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        } else {
            answer(exchange, 200, used.add(code) ? answer : "{\"errcode\":40163,\"errmsg\":\"code been used\"}");
        }
    }

    private String phone(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var code = body.replaceFirst(".*\"code\":\"([^\"]*)\".*", "$1");
        return codes.containsKey(code) && used.add(code)
                ? "{\"errcode\":0,\"phone_info\":{\"phoneNumber\":\"" + PHONE + "\",\"purePhoneNumber\":\"" + PHONE
                        + "\",\"countryCode\":\"86\"}}"
                : "{\"errcode\":40029,\"errmsg\":\"invalid code\"}";
    }

    private void guarded(HttpExchange exchange, String body) throws IOException {
        var valid = exchange.getRequestURI().getQuery().contains("access_token=" + token);
        answer(exchange, 200, valid ? body : "{\"errcode\":42001,\"errmsg\":\"access_token expired\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
