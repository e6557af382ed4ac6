package io.shuke.gateway.demo;

import io.shuke.member.ground.Fen;
import io.shuke.member.purchase.BillLine;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What the noodle shop sells, and what each guest usually has of it. */
enum DemoMenu {
    SOY_MILK("Z01", "豆浆", "早点", 300),
    TEA_EGG("Z02", "茶叶蛋", "早点", 200),
    DOUGH_STICK("Z03", "油条", "早点", 250),
    BUN("Z04", "鲜肉包", "早点", 350),
    BEEF_NOODLES("M01", "牛肉面", "面", 2200),
    TOMATO_NOODLES("M02", "番茄鸡蛋面", "面", 1600),
    SAUCE_NOODLES("M03", "炸酱面", "面", 1500),
    WONTON("M04", "鲜虾馄饨", "面", 1800),
    COLD_DISH("X01", "凉拌黄瓜", "小菜", 800),
    BRAISED_EGG("X02", "卤蛋", "小菜", 250),
    SOUR_PLUM("Y01", "酸梅汤", "饮料", 600),
    BEER("Y02", "啤酒", "饮料", 900);

    private static final List<List<DemoMenu>> MORNINGS =
            List.of(List.of(SOY_MILK, TEA_EGG), List.of(SOY_MILK, DOUGH_STICK), List.of(SOY_MILK, BUN, TEA_EGG));
    private static final List<List<DemoMenu>> NOONS =
            List.of(List.of(BEEF_NOODLES), List.of(TOMATO_NOODLES, BRAISED_EGG), List.of(SAUCE_NOODLES, SOUR_PLUM));
    private static final List<List<DemoMenu>> EVENINGS =
            List.of(List.of(WONTON, COLD_DISH), List.of(BEEF_NOODLES, COLD_DISH, BEER), List.of(BEEF_NOODLES, BEER));

    private final String sku;
    private final String label;
    private final String category;
    private final int fen;

    DemoMenu(String sku, String label, String category, int fen) {
        this.sku = sku;
        this.label = label;
        this.category = category;
        this.fen = fen;
    }

    /** Somewhere within half an hour of eight, noon or seven in the evening; a guest keeps to his time. */
    static LocalTime time(Guest guest, SplittableRandom chance) {
        var usual = List.of(LocalTime.of(7, 50), LocalTime.of(12, 0), LocalTime.of(18, 50));
        return usual.get(guest.number() % 3).plusMinutes(chance.nextInt(25)).plusSeconds(chance.nextInt(60));
    }

    /** The usual, and now and then something else beside it. */
    static List<BillLine> order(Guest guest, SplittableRandom chance) {
        var dishes = List.of(MORNINGS, NOONS, EVENINGS).get(guest.number() % 3);
        var chosen = new ArrayList<>(dishes.get(guest.number() / 3 % dishes.size()));
        if (chance.nextInt(5) == 0) {
            chosen.add(values()[chance.nextInt(values().length)]);
        }
        return chosen.stream().distinct().map(dish -> dish.line(chance)).toList();
    }

    private BillLine line(SplittableRandom chance) {
        int quantity = chance.nextInt(6) == 0 ? 2 : 1;
        return new BillLine(sku, label, category, quantity, new Fen((long) fen * quantity));
    }
}
