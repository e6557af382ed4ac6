package io.shuke;

import static java.util.Objects.requireNonNullElse;

import io.shuke.journey.Door;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;

/**
 * The program once more, as it runs in production: a process of its own with nothing but its environment, on the database
 * and the Redis that the tests' own one uses, but not through their wires. Tests may kill it and start it again.
 */
public final class OtherNode implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Map<String, String> environment;
    private final int port = freePort();
    private @Nullable Process process;

    public OtherNode(ApplicationContext program, Path folder) {
        var database = program.getBean("schema", JdbcConnectionDetails.class);
        var redis = program.getBean("redisDetails", DataRedisConnectionDetails.class)
                .getStandalone();
        if (redis == null) {
            throw new IllegalStateException("the tests' Redis is one server");
        }
        var password = program.getBean("redisDetails", DataRedisConnectionDetails.class)
                .getPassword();
        var settings = program.getEnvironment();
        var wechat = "http://127.0.0.1:" + settings.getProperty("local.server.port") + "/sim/wechat";
        this.environment = Map.ofEntries(
                Map.entry("PORT", Integer.toString(port)),
                Map.entry("MANAGEMENT_PORT", "0"),
                Map.entry("DB_URL", database.getJdbcUrl()),
                Map.entry("DB_USER", requireNonNullElse(database.getUsername(), "")),
                Map.entry("DB_PASSWORD", requireNonNullElse(database.getPassword(), "")),
                Map.entry("DB_POOL", "8"),
                Map.entry(
                        "REDIS_URL",
                        "redis://" + (password == null ? "" : ":" + password + "@") + redis.getHost() + ":"
                                + redis.getPort() + "/" + redis.getDatabase()),
                Map.entry("SHUKE_KEYS", settings.getRequiredProperty("shuke.keys.folder")),
                Map.entry("SHUKE_SPOOL", folder.resolve("spool").toString()),
                Map.entry("PUBLIC_URL", "http://127.0.0.1:" + port),
                Map.entry("WECHAT_API_HOST", wechat),
                Map.entry("WECHAT_OPEN_HOST", wechat),
                Map.entry("WECHAT_MP_HOST", wechat),
                Map.entry("WECHAT_PAY_HOST", wechat));
    }

    /** Starts it unless it runs. */
    public Door door() {
        return process == null ? start() : new Door(port);
    }

    private Door start() {
        var command = new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-Xmx300m",
                "-cp",
                withoutTests(),
                Shuke.class.getName());
        command.environment().putAll(environment);
        command.redirectErrorStream(true);
        try {
            var log = Files.createTempFile("other-node", ".log");
            var started = command.redirectOutput(log.toFile()).start();
            process = started;
            var door = new Door(port);
            var until = System.nanoTime() + PATIENCE.toNanos();
            while (!answers(door)) {
                if (!started.isAlive() || System.nanoTime() > until) {
                    throw new AssertionError("the other node did not start: " + Files.readString(log));
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            Files.delete(log);
            return door;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean answers(Door door) {
        try {
            return door.get("/api/shop?merchant=1").status() == 200;
        } catch (UncheckedIOException notYet) {
            if (notYet.getCause() instanceof ConnectException) {
                return false;
            }
            throw notYet;
        }
    }

    /** What lies in the tests' own folders would be taken for parts of the program. */
    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does: no hook runs and no transaction ends. */
    public void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
            process = null;
        }
    }

    @Override
    public void close() {
        kill();
    }
}
