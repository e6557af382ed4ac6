package io.shuke.member.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Redis of our own in {@code <data>/redis}. */
final class Redis {

    private static final String NAME = "redis";
    private static final int PROBE_MILLIS = 1_000;
    private static final int DATABASES = 256;

    private final ChildProcess process;
    private final int port;
    private final String password;
    private final AtomicInteger lent = new AtomicInteger();

    private Redis(ChildProcess process, int port, String password) {
        this.process = process;
        this.port = port;
        this.password = password;
    }

    static Redis start(Path data) throws IOException {
        var folder = data.resolve(NAME);
        Secret.folder(folder);
        var binary = binary(Platform.here(), folder);
        ChildProcess.endOrphans(binary);
        var password = Secret.in(folder.resolve("password"));
        for (int attempt = 1; attempt <= Ports.ATTEMPTS; attempt++) {
            int port = Ports.free();
            // In a file: everybody may read a command line.
            Secret.write(folder.resolve("redis.conf"), configuration(port, password));
            var process = ChildProcess.start(NAME, folder, List.of(binary.toString(), "redis.conf"));
            if (process.answers(port, any -> ask(any, password, "PING"))) {
                return new Redis(process, port, password);
            }
        }
        throw ChildProcess.cannotStart(NAME, "every port that was free is taken");
    }

    private static String configuration(int port, String password) {
        return """
                port %d
                bind %s
                requirepass %s
                dir .
                databases %d
                appendonly yes
                save ""
                daemonize no
                """.formatted(port, Ports.HOST, password, DATABASES);
    }

    /** The first file that this machine can execute at all. */
    private static Path binary(Platform platform, Path folder) throws IOException {
        var refusals = new ArrayList<String>();
        for (var name : platform.redis()) {
            var binary = Binaries.redis(name, folder);
            var refusal = refusal(binary);
            if (refusal.isEmpty()) {
                return binary;
            }
            refusals.add(name + ": " + refusal);
        }
        throw ChildProcess.cannotStart(NAME, String.join("\n", refusals));
    }

    private static String refusal(Path binary) throws IOException {
        try {
            var process = new ProcessBuilder(binary.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? "" : output;
        } catch (IOException refused) {
            return String.valueOf(refused.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    /** Lends an empty database: contexts that share the server do not see each other's keys. */
    int lend() throws IOException {
        int database = 1 + lent.getAndIncrement() % (DATABASES - 1);
        if (!ask(port, password, "SELECT " + database, "FLUSHDB")) {
            throw new IOException("database " + database + " of Redis cannot be emptied");
        }
        return database;
    }

    /** Whether every command is answered without an error. */
    private static boolean ask(int port, String password, String... commands) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            var all = "AUTH " + password + "\r\n" + String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(all.getBytes(StandardCharsets.US_ASCII));
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return answers.lines().count() == commands.length + 2L
                    && answers.lines().noneMatch(line -> line.startsWith("-"));
        }
    }

    void stop() {
        process.stop();
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }
}
