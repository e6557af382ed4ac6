package io.shuke.member.embedded;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The schema a context works in: one that stays, or a fresh one that goes when the context closes. */
final class Schema implements JdbcConnectionDetails {

    static final String FRESH = "fresh";
    private static final String PREFIX = "shuke_fresh_";
    private static final Pattern MADE = Pattern.compile(PREFIX + "([0-9a-z]{8})_[0-9a-z]+");
    private static final long LONG_AGO = Duration.ofDays(1).toMillis();
    private static final Pattern URL = Pattern.compile("(jdbc:mysql://[^/?]+)(?:/[^?]*)?(?:\\?(.*))?");

    private final String server;
    private final String name;
    private final String options;
    private final String user;
    private final String password;
    private final boolean passing;
    private final Clock clock;

    /** @param url of a server: its schema is replaced, its options win over ours */
    Schema(String url, String wanted, String user, String password, Clock clock) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a MySQL address: " + url);
        }
        this.server = parts.group(1);
        this.options = options(parts.group(2) == null ? "" : parts.group(2));
        this.passing = wanted.equals(FRESH);
        this.name = passing ? freshName(clock) : wanted;
        this.user = user;
        this.password = password;
        this.clock = clock;
    }

    private static String freshName(Clock clock) {
        var random = ThreadLocalRandom.current().nextLong(1L << 40);
        return PREFIX + Long.toString(clock.millis(), 36) + "_" + Long.toString(random, 36);
    }

    private static String options(String given) {
        var options = new LinkedHashMap<String, String>();
        options.put("createDatabaseIfNotExist", "true");
        options.put("sslMode", "DISABLED");
        options.put("connectionTimeZone", "UTC");
        options.put("forceConnectionTimeZoneToSession", "true");
        options.put("rewriteBatchedStatements", "true");
        options.put("allowMultiQueries", "true");
        // Prepared by the client: each merchant's number stands in the text of its statements, and a server that
        // prepared them all would keep merchants x statements x connections of them.
        options.put("useServerPrepStmts", "false");
        options.put("cachePrepStmts", "true");
        options.put("prepStmtCacheSize", "500");
        options.put("prepStmtCacheSqlLimit", "4096");
        // Longer than the pool lets anybody wait: a machine busy with tests may need it, and nobody else does.
        options.put("connectTimeout", "5000");
        options.put("socketTimeout", "10000");
        options.put("tcpKeepAlive", "true");
        for (var option : given.isEmpty() ? new String[0] : given.split("&")) {
            var pair = option.split("=", 2);
            options.put(pair[0], pair.length == 2 ? pair[1] : "");
        }
        return String.join(
                "&", options.entrySet().stream().map(Map.Entry::toString).toList());
    }

    /** Called after the pool has closed. Takes along what killed test runs have left on the server. */
    void leave() throws SQLException {
        if (!passing) {
            return;
        }
        try (var connection = DriverManager.getConnection(getJdbcUrl(), user, password);
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + name);
            for (var forgotten : forgotten(statement)) {
                statement.execute("DROP DATABASE IF EXISTS " + forgotten);
            }
        }
    }

    private List<String> forgotten(Statement statement) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows = statement.executeQuery("SHOW DATABASES LIKE '" + PREFIX.replace("_", "\\_") + "%'")) {
            while (rows.next()) {
                var other = MADE.matcher(rows.getString(1));
                if (other.matches() && clock.millis() - Long.parseLong(other.group(1), 36) > LONG_AGO) {
                    names.add(other.group());
                }
            }
        }
        return names;
    }

    @Override
    public String getJdbcUrl() {
        return server + "/" + name + "?" + options;
    }

    @Override
    public String getUsername() {
        return user;
    }

    @Override
    public String getPassword() {
        return password;
    }
}
