package io.shuke.member.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A condition on a member, ready for the WHERE of a query over members: a feature writes it over its own tables, another
 * one joins several. The member is {@code s.member_id}, the merchant {@code s.merchant_id}. It is true or false, never
 * unknown, so that its opposite is everybody else.
 *
 * @param sql constant text of the source; that it holds neither quotes nor comments is checked here, so nothing that
 *     somebody typed can ever stand in it
 * @param values what stands for its question marks, in their order
 */
public record Clause(String sql, List<Object> values) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,()=<>?*+ ]+( - [A-Za-z0-9_.,()=<>?*+ ]+)*");

    public Clause {
        values = List.copyOf(values);
        if (!PLAIN.matcher(sql).matches()) {
            throw new IllegalArgumentException("not the plain text of a condition");
        }
        if (sql.chars().filter(c -> c == '?').count() != values.size()) {
            throw new IllegalArgumentException("as many values as question marks");
        }
    }

    public static Clause of(String sql, Object... values) {
        return new Clause(sql, List.of(values));
    }

    public static Clause all(List<Clause> clauses) {
        return joined(clauses, " AND ");
    }

    public static Clause any(List<Clause> clauses) {
        return joined(clauses, " OR ");
    }

    public Clause not() {
        return new Clause("NOT (" + sql + ")", values);
    }

    private static Clause joined(List<Clause> clauses, String word) {
        var values = new ArrayList<>();
        clauses.forEach(clause -> values.addAll(clause.values));
        return new Clause(
                clauses.stream().map(clause -> "(" + clause.sql + ")").collect(Collectors.joining(word)), values);
    }
}
