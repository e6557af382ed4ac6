package io.shuke.member.ledger;

import java.time.LocalDate;
import java.util.Map;

/** What a movement does to an account's lots, beside changing its balance. */
sealed interface Effect {

    /**
     * Lots always sum to the balance, or to nothing while that is negative: a debt is worked off by what is earned next.
     *
     * @param more by how much the sum of the lots must change
     */
    void follow(Lots lots, long more, LocalDate today);

    /** Opens a lot, or adds to that day's. */
    record Earn(LocalDate expiresOn) implements Effect {

        @Override
        public void follow(Lots lots, long more, LocalDate today) {
            lots.put(expiresOn, more);
        }
    }

    /** Uses up the oldest; only this one asks first whether there is enough. */
    record Spend() implements Effect {

        @Override
        public void follow(Lots lots, long more, LocalDate today) {
            lots.takeOldest(-more);
        }
    }

    /** Undoes what put something into lots: from those while they last. */
    record TakeBack(Map<LocalDate, Long> puts) implements Effect {

        @Override
        public void follow(Lots lots, long more, LocalDate today) {
            var rest = -more;
            for (var put : puts.entrySet()) {
                rest -= lots.takeFrom(put.getKey(), Math.min(rest, put.getValue()));
            }
            lots.takeOldest(rest);
        }
    }

    /** Undoes what took something from lots: back to those, in the order given. */
    record GiveBack(Map<LocalDate, Long> taken) implements Effect {

        @Override
        public void follow(Lots lots, long more, LocalDate today) {
            lots.giveBack(more, taken, today);
        }
    }

    record Expire(LocalDate expiresOn) implements Effect {

        @Override
        public void follow(Lots lots, long more, LocalDate today) {
            lots.takeFrom(expiresOn, -more);
        }
    }

    /** Nothing is left behind: the account is merged or closed. */
    record Empty() implements Effect {

        @Override
        public void follow(Lots lots, long more, LocalDate today) {
            lots.takeOldest(-more);
        }
    }

    /** Takes over the lots of another account, with their days. */
    record Receive(Map<LocalDate, Long> received) implements Effect {

        @Override
        public void follow(Lots lots, long more, LocalDate today) {
            var before = lots.total();
            received.forEach(lots::put);
            lots.takeOldest(lots.total() - before - more);
        }
    }
}
