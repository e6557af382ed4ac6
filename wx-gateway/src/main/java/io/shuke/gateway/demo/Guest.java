package io.shuke.gateway.demo;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** A made-up guest; the same number is always the same person. */
record Guest(int number, String nickname, LocalDate joins, Persona persona) {

    static final int GUESTS = 320;

    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "周", "吴", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高", "罗"
    };
    private static final String[] CALLED = {"阿姨", "师傅", "老师", "同学", "先生", "女士", "妈妈", "大爷", "小妹", "哥"};
    private static final String[] NICKNAMES = {
        "面食爱好者", "早起的鸟", "今天吃什么", "加个卤蛋", "不吃香菜", "多放辣", "楼下的邻居", "晚风", "小橘子", "山有木兮", "一碗热汤", "南门老李"
    };

    /** @param year the first day of the year that is written */
    static Guest of(int number, LocalDate year) {
        var random = new SplittableRandom(20_261_122L + number);
        var nickname = random.nextInt(3) == 0
                ? NICKNAMES[random.nextInt(NICKNAMES.length)] + (number % 10)
                : SURNAMES[random.nextInt(SURNAMES.length)] + CALLED[random.nextInt(CALLED.length)];
        // More people came in the first months, when the QR code on the counter was new.
        var joins = year.plusDays((long) (360 * random.nextDouble() * random.nextDouble()));
        return new Guest(number, nickname, joins, Persona.of(random.nextInt(1000)));
    }
}
