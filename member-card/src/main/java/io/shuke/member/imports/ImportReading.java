package io.shuke.member.imports;

import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.level.Levels;
import io.shuke.member.merchant.Merchants;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Reads a file into a batch that was opened for it: the dry run. A few hundred lines are in memory at a time. */
@Service
public class ImportReading {

    public static final int MOST_MEGABYTES = 20;
    static final int MOST_ROWS = 100_000;
    static final int AT_ONCE = 500;
    private static final int HEADINGS_WITHIN = 5;
    private static final Logger LOG = LoggerFactory.getLogger(ImportReading.class);

    private final Jdbc jdbc;
    private final Imports imports;
    private final ImportStaging staging;
    private final Levels levels;
    private final Merchants merchants;
    private final Clock clock;

    ImportReading(Jdbc jdbc, Imports imports, ImportStaging staging, Levels levels, Merchants merchants, Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.staging = staging;
        this.levels = levels;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** Blocks its caller's thread for as long as it takes; what is wrong with the file the batch then tells. */
    public void read(MerchantId merchant, long batch, Path file) {
        try {
            var lines = new Lines(merchant, batch);
            TableFile.read(file, lines::take);
            lines.finish();
        } catch (ImportRefusal refusal) {
            fail(merchant, batch, refusal);
        } catch (IOException broken) {
            fail(merchant, batch, ImportRefusal.unreadable());
        } catch (RuntimeException unexpected) {
            // A parser may stumble over what we did not foresee; its message may quote a member's data, so its name
            // must do.
            LOG.warn("an import could not be read: {}", unexpected.getClass().getName());
            fail(merchant, batch, ImportRefusal.unreadable());
        }
    }

    private void fail(MerchantId merchant, long batch, ImportRefusal why) {
        jdbc.within(merchant, () -> {
            imports.fail(batch, why);
            return true;
        });
    }

    private final class Lines {

        private final MerchantId merchant;
        private final long batch;
        /** By phone number, the line on which it first stood. */
        private final Map<String, Integer> seen = new HashMap<>();

        private final List<LineRules.Checked> page = new ArrayList<>();
        private @Nullable LineRules rules;
        private int before;
        private int rows;

        Lines(MerchantId merchant, long batch) {
            this.merchant = merchant;
            this.batch = batch;
        }

        void take(Cells cells) {
            if (cells.blank()) {
                return;
            }
            if (rules == null) {
                look(cells);
                return;
            }
            if (++rows > MOST_ROWS) {
                throw ImportRefusal.tooManyRows(MOST_ROWS);
            }
            page.add(once(rules.check(cells)));
            if (page.size() == AT_ONCE) {
                stage();
            }
        }

        private void look(Cells cells) {
            if (!Headings.in(cells) && ++before < HEADINGS_WITHIN) {
                return;
            }
            var headings = Headings.of(cells);
            rules = jdbc.within(merchant, () -> {
                staging.understand(batch, headings);
                var steps = levels.ladder().rungs().stream()
                        .collect(Collectors.toMap(rung -> rung.level().name(), rung -> rung.step(), Math::min));
                var today = LocalDate.now(clock.withZone(merchants.current().zone()));
                return new LineRules(headings, steps, today);
            });
        }

        private LineRules.Checked once(LineRules.Checked checked) {
            var draft = checked.draft();
            if (draft == null) {
                return checked;
            }
            var first = seen.putIfAbsent(draft.person().phone().number(), draft.line());
            return first == null
                    ? checked
                    : new LineRules.Checked(
                            null, List.of(Problem.of(draft.line(), Column.PHONE, ImportRefusal.phoneTwice(first))));
        }

        private void stage() {
            jdbc.within(merchant, () -> {
                staging.stage(batch, page);
                return true;
            });
            page.clear();
        }

        void finish() {
            if (rules == null || rows == 0) {
                throw before > 0 && rules == null ? ImportRefusal.noPhoneColumn() : ImportRefusal.empty();
            }
            stage();
            jdbc.within(merchant, () -> {
                staging.finish(batch);
                return true;
            });
        }
    }
}
