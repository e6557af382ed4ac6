package io.shuke.marketing.audience;

import io.shuke.member.ground.Span;
import io.shuke.member.membership.Occasion;
import io.shuke.member.purchase.LifeStage;
import io.shuke.member.purchase.Quadrant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way back: a condition as the tree that {@link Conditions} reads. */
public final class ConditionTree implements Condition.Cases<Map<String, Object>> {

    private ConditionTree() {}

    public static Map<String, Object> of(Condition condition) {
        return condition.as(new ConditionTree());
    }

    @Override
    public Map<String, Object> everyone() {
        return Map.of("kind", "everyone");
    }

    @Override
    public Map<String, Object> reachable() {
        return Map.of("kind", "reachable");
    }

    @Override
    public Map<String, Object> all(List<Condition> of) {
        return node("all", "of", trees(of));
    }

    @Override
    public Map<String, Object> any(List<Condition> of) {
        return node("any", "of", trees(of));
    }

    @Override
    public Map<String, Object> not(Condition of) {
        return node("not", "of", of.as(this));
    }

    private List<Map<String, Object>> trees(List<Condition> of) {
        return of.stream().map(one -> one.as(this)).toList();
    }

    @Override
    public Map<String, Object> measured(Measure measure, Span span) {
        var node = node(measure.word(), "least", span.least());
        if (!span.isOpen()) {
            node.put("most", span.most());
        }
        return node;
    }

    @Override
    public Map<String, Object> bought(Condition.Bought bought) {
        var node = node("bought", "shelf", bought.shelf().name());
        node.put("name", bought.name());
        node.put("times", bought.times());
        var within = bought.withinDays();
        if (within != null) {
            node.put("withinDays", within);
        }
        return node;
    }

    @Override
    public Map<String, Object> lastStore(long store) {
        return node("lastStore", "store", Long.toString(store));
    }

    @Override
    public Map<String, Object> lastChannel(String channel) {
        return node("lastChannel", "channel", channel);
    }

    @Override
    public Map<String, Object> coupon(Condition.WithCoupon coupon) {
        var node = node("coupon", "use", coupon.use().name());
        var offer = coupon.offer();
        if (offer != null) {
            node.put("offer", Long.toString(offer));
        }
        node.put("days", coupon.days());
        return node;
    }

    @Override
    public Map<String, Object> stage(LifeStage stage) {
        return node("stage", "stage", stage.name());
    }

    @Override
    public Map<String, Object> quadrant(Quadrant quadrant) {
        return node("quadrant", "quadrant", quadrant.name());
    }

    @Override
    public Map<String, Object> late(int percent) {
        return node("late", "percent", percent);
    }

    @Override
    public Map<String, Object> pointsEnd(int days) {
        return node("pointsEnd", "days", days);
    }

    @Override
    public Map<String, Object> dateIn(Occasion occasion, int days) {
        var node = node("date", "occasion", occasion.name());
        node.put("days", days);
        return node;
    }

    @Override
    public Map<String, Object> tagged(long tag) {
        return node("tag", "tag", Long.toString(tag));
    }

    private static Map<String, Object> node(String kind, String field, Object value) {
        var node = new LinkedHashMap<String, Object>();
        node.put("kind", kind);
        node.put(field, value);
        return node;
    }
}
