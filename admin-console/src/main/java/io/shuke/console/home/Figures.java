package io.shuke.console.home;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** A feature that has something to tell about today; {@code @Order} says how far up it stands. */
public interface Figures {

    /** Of the merchant in scope. */
    List<Figure> of(LocalDate today, ZoneId zone);
}
