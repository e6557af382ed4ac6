package io.shuke.marketing.audience;

import io.shuke.member.ground.Json;
import io.shuke.member.ground.Span;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import io.shuke.member.purchase.Quadrant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads conditions from the trees that doors and rows hold. What it does not know is refused, whoever wrote it. */
public final class Conditions {

    /** The grammar in force; rows of an older one are read by the rules of theirs. */
    static final int GRAMMAR = 1;

    static final int DEEPEST = 5;
    static final int MOST = 40;
    static final int LONGEST = 8000;

    private static final Map<String, Measure> MEASURES =
            Arrays.stream(Measure.values()).collect(Collectors.toMap(Measure::word, Function.identity()));

    private int read;

    private Conditions() {}

    /**
     * @param tree maps, lists, texts and whole numbers, as from JSON
     * @throws AudienceRefusal when it is none, or too large
     */
    public static Condition read(@Nullable Object tree) {
        var condition = new Conditions().condition(tree, 1);
        if (Json.write(ConditionTree.of(condition)).length() > LONGEST) {
            throw AudienceRefusal.tooLarge(DEEPEST, MOST);
        }
        return condition;
    }

    static Condition stored(int grammar, String json) {
        if (grammar != GRAMMAR) {
            throw new IllegalStateException("a segment of grammar " + grammar);
        }
        return read(Json.read(json));
    }

    static String stored(Condition condition) {
        return Json.write(ConditionTree.of(condition));
    }

    private Condition condition(@Nullable Object tree, int depth) {
        if (!(tree instanceof Map<?, ?> node)) {
            throw AudienceRefusal.malformed("kind");
        }
        if (depth > DEEPEST || ++read > MOST) {
            throw AudienceRefusal.tooLarge(DEEPEST, MOST);
        }
        var kind = text(node, "kind");
        var measure = MEASURES.get(kind);
        if (measure != null) {
            only(node, "least", "most");
            return new Condition.Measured(measure, span(node));
        }
        return switch (kind) {
            case "all" -> new Condition.All(several(node, depth));
            case "any" -> new Condition.Any(several(node, depth));
            case "not" -> {
                only(node, "of");
                yield new Condition.Not(condition(node.get("of"), depth + 1));
            }
            default -> leaf(kind, node);
        };
    }

    private static Condition leaf(String kind, Map<?, ?> node) {
        return switch (kind) {
            case "everyone" -> only(node, new Condition.Everyone());
            case "reachable" -> only(node, new Condition.Reachable());
            case "bought" ->
                only(
                        node,
                        new Condition.Bought(
                                word(node, "shelf", Condition.Shelf.class),
                                text(node, "name"),
                                whole(node, "times", 1),
                                node.get("withinDays") == null ? null : whole(node, "withinDays", null)),
                        "shelf",
                        "name",
                        "times",
                        "withinDays");
            case "lastStore" -> only(node, new Condition.LastStore(id(node, "store")), "store");
            case "lastChannel" -> only(node, new Condition.LastChannel(text(node, "channel")), "channel");
            case "coupon" ->
                only(
                        node,
                        new Condition.WithCoupon(
                                word(node, "use", Condition.CouponUse.class),
                                node.get("offer") == null ? null : id(node, "offer"),
                                whole(node, "days", 0)),
                        "use",
                        "offer",
                        "days");
            case "stage" -> only(node, new Condition.InStage(word(node, "stage", LifeStage.class)), "stage");
            case "quadrant" -> only(node, new Condition.InQuadrant(word(node, "quadrant", Quadrant.class)), "quadrant");
            case "late" -> only(node, new Condition.Late(whole(node, "percent", null)), "percent");
            case "pointsEnd" -> only(node, new Condition.PointsEnd(whole(node, "days", null)), "days");
            case "date" ->
                only(
                        node,
                        new Condition.DateIn(word(node, "occasion", Occasion.class), whole(node, "days", null)),
                        "occasion",
                        "days");
            case "tag" -> only(node, new Condition.Tagged(id(node, "tag")), "tag");
            default -> throw AudienceRefusal.unknownKind();
        };
    }

    private List<Condition> several(Map<?, ?> node, int depth) {
        only(node, "of");
        if (!(node.get("of") instanceof List<?> list)) {
            throw AudienceRefusal.malformed("of");
        }
        var several = new ArrayList<Condition>();
        for (var one : list) {
            several.add(condition(one, depth + 1));
        }
        return several;
    }

    private static Span span(Map<?, ?> node) {
        var least = number(node, "least", 0L);
        var most = number(node, "most", Span.OPEN);
        if (least < 0 || most < least || most > Span.OPEN) {
            throw AudienceRefusal.malformed("least, most");
        }
        return new Span(least, most);
    }

    private static <T extends Condition> T only(Map<?, ?> node, T condition, String... fields) {
        only(node, fields);
        return condition;
    }

    /** A field nobody reads would be a condition that somebody meant and that does not count. */
    private static void only(Map<?, ?> node, String... fields) {
        var known = Set.of(fields);
        for (var field : node.keySet()) {
            if (!"kind".equals(field) && !known.contains(field)) {
                throw AudienceRefusal.malformed("kind");
            }
        }
    }

    private static String text(Map<?, ?> node, String field) {
        if (node.get(field) instanceof String text) {
            return text;
        }
        throw AudienceRefusal.malformed(field);
    }

    private static <E extends Enum<E>> E word(Map<?, ?> node, String field, Class<E> words) {
        var text = text(node, field);
        return Arrays.stream(words.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElseThrow(() -> AudienceRefusal.malformed(field));
    }

    /** Ids are texts: JavaScript's numbers are too small for them. */
    private static long id(Map<?, ?> node, String field) {
        try {
            var id = Long.parseLong(text(node, field));
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException none) {
            throw AudienceRefusal.malformed(field);
        }
        throw AudienceRefusal.malformed(field);
    }

    private static int whole(Map<?, ?> node, String field, @Nullable Integer otherwise) {
        var number = number(node, field, otherwise == null ? null : otherwise.longValue());
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw AudienceRefusal.malformed(field);
        }
        return (int) number;
    }

    private static long number(Map<?, ?> node, String field, @Nullable Long otherwise) {
        var given = node.get(field);
        if (given == null && otherwise != null) {
            return otherwise;
        }
        if (given instanceof Integer || given instanceof Long) {
            return ((Number) given).longValue();
        }
        throw AudienceRefusal.malformed(field);
    }
}
