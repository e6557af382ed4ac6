package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;

import com.baomidou.mybatisplus.core.plugins.InterceptorIgnoreHelper;
import com.baomidou.mybatisplus.extension.plugins.MybatisPlusInterceptor;
import com.baomidou.mybatisplus.extension.plugins.inner.TenantLineInnerInterceptor;
import io.shuke.member.ShopTest;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.SqlSessionFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** No mapper escapes its merchant: what is added tomorrow is looked at tomorrow. */
@ShopTest
class EveryStatementIT {

    @Autowired
    SqlSessionFactory sessions;

    @Autowired
    JdbcTemplate database;

    @Test
    void isForOneMerchant() {
        database.execute(NoteMapper.TABLE);
        var tables = database.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class);
        var escape = new Escape(line(), Set.copyOf(tables));

        assertThat(statements()).isNotEmpty().allSatisfy(statement -> assertThat(
                        escape.of(statement.getBoundSql(new Anything()).getSql()))
                .as(statement.getId())
                .isEmpty());
    }

    @Test
    void asksForNoException() {
        assertThat(statements())
                .filteredOn(statement -> InterceptorIgnoreHelper.willIgnoreTenantLine(statement.getId()))
                .isEmpty();
    }

    private List<MappedStatement> statements() {
        // The map also holds short names, some of them ambiguous.
        return Stream.<Object>of(
                        sessions.getConfiguration().getMappedStatements().toArray())
                .filter(MappedStatement.class::isInstance)
                .map(MappedStatement.class::cast)
                .distinct()
                .toList();
    }

    private TenantLineInnerInterceptor line() {
        return sessions.getConfiguration().getInterceptors().stream()
                .filter(MybatisPlusInterceptor.class::isInstance)
                .flatMap(it -> ((MybatisPlusInterceptor) it).getInterceptors().stream())
                .filter(TenantLineInnerInterceptor.class::isInstance)
                .map(TenantLineInnerInterceptor.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The parameter of every statement: whatever is asked of it is there, a list of one, and 1 as text. */
    private static final class Anything extends HashMap<String, Object> implements Iterable<Object> {

        @Override
        public Object get(Object name) {
            return this;
        }

        @Override
        public boolean containsKey(Object name) {
            return true;
        }

        @Override
        public Iterator<Object> iterator() {
            return List.<Object>of(1L).iterator();
        }

        @Override
        public String toString() {
            return "1";
        }
    }
}
