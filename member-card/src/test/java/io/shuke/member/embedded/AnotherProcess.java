package io.shuke.member.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** The servers and who needs them in a JVM of its own, which tests may kill. */
final class AnotherProcess implements AutoCloseable {

    private static final String READY = "READY ";

    private final Process process;
    private final Path output;

    private AnotherProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    @Import({EmbeddedConfiguration.class, DatabaseRequired.class})
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        DataRedisAutoConfiguration.class
    })
    static class Only {}

    /** Tells how often the database and Redis have seen a start, and waits to be ended. */
    public static void main(String[] arguments) throws InterruptedException {
        var context = SpringApplication.run(Only.class, arguments);
        var database = context.getBean(JdbcTemplate.class);
        database.execute("CREATE TABLE IF NOT EXISTS start (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY)");
        database.execute("INSERT INTO start () VALUES ()");
        var starts = database.queryForObject("SELECT COUNT(*) FROM start", Long.class);
        var counted = context.getBean(StringRedisTemplate.class).opsForValue().increment("starts");
        System.out.println(READY + starts + " " + counted);
        Thread.currentThread().join();
    }

    static AnotherProcess start(Path folder, String... more) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AnotherProcess.class.getName(),
                "--shuke.embedded.data=" + folder));
        command.addAll(List.of(more));
        var output = Files.createTempFile("another", ".log");
        return new AnotherProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    static AnotherProcess embedded(Path folder) throws IOException {
        return start(folder, "--shuke.embedded.enabled=true");
    }

    /** @return how often the database and Redis have seen a start */
    String ready() throws IOException, InterruptedException {
        while (process.isAlive()) {
            var line = output().lines().filter(it -> it.startsWith(READY)).findFirst();
            if (line.isPresent()) {
                return line.get().substring(READY.length());
            }
            Thread.sleep(20);
        }
        throw new AssertionError("ended: " + output());
    }

    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    int ended() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    void stop() throws InterruptedException {
        process.destroy();
        ended();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        ended();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(output);
    }
}
