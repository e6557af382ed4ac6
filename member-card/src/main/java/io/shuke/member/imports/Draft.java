package io.shuke.member.imports;

import io.shuke.member.membership.Phone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line that can be brought in. */
record Draft(int line, Person person, Opening opening) {

    /** What is personal of it; sealed at rest, and kept no longer than the line waits to be brought in. */
    record Person(
            Phone phone,
            @Nullable LocalDate birthday,
            @Nullable LocalDate joined,
            String name,
            String sex,
            String card,
            String remark) {

        /** No part can hold a line break. */
        String text() {
            return String.join(
                    "\n",
                    phone.number(),
                    birthday == null ? "" : birthday.toString(),
                    joined == null ? "" : joined.toString(),
                    name,
                    sex,
                    card,
                    remark);
        }

        static Person of(String text) {
            var parts = text.split("\n", -1);
            return new Person(
                    new Phone(parts[0]), day(parts[1]), day(parts[2]), parts[3], parts[4], parts[5], parts[6]);
        }

        private static @Nullable LocalDate day(String text) {
            return text.isEmpty() ? null : LocalDate.parse(text);
        }

        @Override
        public String toString() {
            return "Person[" + phone + "]";
        }
    }

    /** @param step of the level; @param principal, @param gift in 分 */
    record Opening(int step, long points, long growth, long principal, long gift) {}
}
