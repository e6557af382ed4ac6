package io.shuke.member.ground;

import com.baomidou.mybatisplus.extension.plugins.inner.TenantLineInnerInterceptor;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells whether a statement reaches a table without its merchant. The interceptor looks into many corners of a statement
 * but not into all: it passes over subqueries in HAVING, CASE, BETWEEN, ON and ORDER BY, over those of an UPDATE or
 * DELETE, and over the second table of both. Such statements are to be written otherwise.
 */
final class Escape {

    /** Any number that the statements themselves do not use. */
    private static final MerchantId MERCHANT = new MerchantId(70_707);

    private static final Pattern NAMED = Pattern.compile("\\bmerchant_id\\b");
    private static final Pattern CONDITION = Pattern.compile("\\bmerchant_id = " + MERCHANT + "\\b");
    private static final Pattern INSERTED = Pattern.compile("\\bINTO [^ (]+ \\([^)]*\\bmerchant_id\\)");
    private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN|(?<!KEY )(?<!FOR )UPDATE) `?(\\w+)");
    private static final Pattern TOUCHED = Pattern.compile(READ + "|\\b(?:INTO|TABLE) `?(\\w+)");
    private static final Pattern COMMA_JOIN = Pattern.compile("\\b(?:FROM|UPDATE) `?\\w+`?(?: (?:AS )?\\w+)?, ");

    private final TenantLineInnerInterceptor line;
    private final Set<String> tables;

    /** @param tables all there are, the shared ones too */
    Escape(TenantLineInnerInterceptor line, Set<String> tables) {
        this.line = line;
        this.tables = tables;
    }

    /** @return what is wrong with the statement that a mapper asks for */
    Optional<String> of(String asked) {
        boolean select = asked.stripLeading().matches("(?is)(SELECT|WITH)\\b.*");
        var sent = MerchantScope.within(
                MERCHANT, () -> select ? line.parserSingle(asked, asked) : line.parserMulti(asked, asked));
        if (count(TOUCHED, sent) == 0) {
            return Optional.empty();
        }
        if (NAMED.matcher(asked).find()) {
            return Optional.of("names merchant_id itself: " + asked);
        }
        if (COMMA_JOIN.matcher(sent).find()) {
            return Optional.of("joins by a comma: " + sent);
        }
        if (!select && sent.contains(" INTO ") && !INSERTED.matcher(sent).find()) {
            return Optional.of("inserts without merchant_id: " + sent);
        }
        // The interceptor repeats the merchant at the end of an upsert, where it guards nothing.
        long conditions = CONDITION.matcher(sent).results().count() - (sent.contains(" ON DUPLICATE KEY ") ? 1 : 0);
        long reads = count(READ, sent);
        if (conditions < reads || !NAMED.matcher(sent).find()) {
            return Optional.of("reads " + reads + " tables under " + conditions + " conditions: " + sent);
        }
        return Optional.empty();
    }

    private long count(Pattern pattern, String sql) {
        return pattern.matcher(sql)
                .results()
                .map(found -> found.group(found.group(1) == null ? 2 : 1))
                .filter(table ->
                        tables.contains(table) && !line.getTenantLineHandler().ignoreTable(table))
                .count();
    }
}
