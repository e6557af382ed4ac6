package io.shuke.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rules of WCAG that a machine can check, by axe-core as the merchant's page brings it along. */
final class Axe {

    private static final Path SCRIPT = Path.of("../admin-console/web/node_modules/axe-core/axe.min.js");

    /** A colour on its way to another is none that anybody reads. */
    private static final String STILL = """
            () => Promise.all(document.getAnimations()
              .filter(moving => moving.effect.getComputedTiming().iterations !== Infinity)
              .map(moving => moving.finished.catch(() => null))).then(() => null)""";

    private static final String RUN = """
            () => axe.run(document, { resultTypes: ['violations'] }).then(found => found.violations.flatMap(rule =>
              rule.nodes.map(node => rule.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary)))""";

    private Axe() {}

    static void findsNothing(Page page) {
        // Through the debugger: a script on the page itself is what the page's policy forbids.
        page.evaluate(script());
        page.evaluate(STILL);
        assertThat((List<?>) page.evaluate(RUN)).as("axe on " + page.url()).isEmpty();
    }

    private static String script() {
        try {
            return Files.readString(SCRIPT);
        } catch (IOException e) {
            throw new UncheckedIOException("axe-core comes with the build of the merchant's page", e);
        }
    }
}
