package io.shuke.member.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server process: started with its output in a file, watched until it answers, stopped politely. */
final class ChildProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** Recovery after a crash may take its time; a process that ends is noticed at once anyway. */
    private static final Duration START = Duration.ofMinutes(2);

    private static final int LAST_LINES = 15;

    /** Asks the server on the port whether it is ready to work. */
    @FunctionalInterface
    interface Probe {
        boolean ready(int port) throws IOException;
    }

    private final String name;
    private final Process process;
    private final Path log;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(String name, Path folder, List<String> command) throws IOException {
        var log = folder.resolve(name + ".log");
        if (Files.exists(log)) {
            Files.move(log, folder.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        var whole = new ArrayList<>(command);
        if (Files.isExecutable(SETSID)) {
            // A session of its own: Ctrl+C reaches the whole group, and the servers must outlive the application.
            whole.add(0, SETSID.toString());
        }
        try {
            var process = new ProcessBuilder(whole)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            process.getOutputStream().close();
            return new ChildProcess(name, process, log);
        } catch (IOException refused) {
            throw cannotStart(name, String.valueOf(refused.getMessage()));
        }
    }

    /** Ends servers that a killed JVM left behind; only the caller, who owns the folder, may have any. */
    static void endOrphans(Path binary) throws IOException {
        var ours = binary.toRealPath().toString();
        var orphans = ProcessHandle.allProcesses()
                // Linux adds " (deleted)" when somebody removed the folder under a running server.
                .filter(any ->
                        any.info().command().filter(it -> it.startsWith(ours)).isPresent())
                .toList();
        for (var orphan : orphans) {
            LOG.info("ending process {}, left behind by an earlier start", orphan.pid());
            orphan.destroy();
            if (!gone(orphan)) {
                orphan.destroyForcibly();
                gone(orphan);
            }
        }
    }

    private static boolean gone(ProcessHandle orphan) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        // An ended process that nobody has reaped has no command any more.
        while (orphan.isAlive() && orphan.info().command().isPresent()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            rest();
        }
        return true;
    }

    /** @return false when another process took the port in the meantime */
    boolean answers(int port, Probe probe) throws IOException {
        var deadline = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < deadline) {
            if (!process.isAlive()) {
                if (lastLines().contains("Address already in use")) {
                    return false;
                }
                throw cannotStart(name, lastLines());
            }
            try {
                if (probe.ready(port) && process.isAlive()) {
                    return true;
                }
            } catch (IOException notYet) {
                LOG.trace("{} does not answer yet", name, notYet);
            }
            rest();
        }
        stop();
        throw cannotStart(name, lastLines());
    }

    /** Waits for a process that is meant to end by itself. */
    void succeeds() throws IOException {
        try {
            if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw cannotStart(name, lastLines());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw cannotStart(name, "interrupted");
        }
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    long pid() {
        return process.pid();
    }

    private String lastLines() throws IOException {
        var lines = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static void rest() {
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }

    static CannotRun cannotStart(String name, String lastWords) {
        return new CannotRun("""
                内置的 %1$s 无法启动。
                The embedded %1$s does not start. Its last words:
                %2$s""".formatted(name, lastWords), CannotRun.USE_YOUR_OWN);
    }
}
