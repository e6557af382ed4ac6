package io.shuke.member.ground;

import com.baomidou.mybatisplus.extension.plugins.handler.TenantLineHandler;
import com.baomidou.mybatisplus.extension.plugins.inner.TenantLineInnerInterceptor;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;

/**
 * Adds {@code merchant_id = ?} to every statement of every mapper. Parsing SQL costs far more than sending it, and the
 * number of statements is fixed, so each is rewritten once a merchant and remembered.
 */
final class MerchantLine extends TenantLineInnerInterceptor {

    /** The tables that describe merchants and nodes themselves; everything else belongs to one merchant. */
    static final Set<String> SHARED = Set.of("merchant", "channel", "node_start");

    private static final int REMEMBERED = 20_000;

    private record Statement(String sql, MerchantId merchant) {}

    private final Map<Statement, String> rewritten = new ConcurrentHashMap<>();

    MerchantLine() {
        super(new TenantLineHandler() {
            @Override
            public Expression getTenantId() {
                return new LongValue(MerchantScope.current().value());
            }

            @Override
            public String getTenantIdColumn() {
                return "merchant_id";
            }

            @Override
            public boolean ignoreTable(String table) {
                return SHARED.contains(table.replace("`", ""));
            }
        });
    }

    @Override
    public String parserSingle(String sql, Object about) {
        return remembered(sql, () -> super.parserSingle(sql, about));
    }

    @Override
    public String parserMulti(String sql, Object about) {
        return remembered(sql, () -> super.parserMulti(sql, about));
    }

    private String remembered(String sql, java.util.function.Supplier<String> rewrite) {
        var merchant = MerchantScope.currentOrNull();
        if (merchant == null) {
            return rewrite.get();
        }
        if (rewritten.size() > REMEMBERED) {
            rewritten.clear();
        }
        return rewritten.computeIfAbsent(new Statement(sql, merchant), any -> rewrite.get());
    }
}
