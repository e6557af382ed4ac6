package io.shuke.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;

/** What everybody can use: names for what is touched, a visible focus, text that may grow. */
final class Looks {

    private static final String NAMELESS = """
            () => {
              const nameOf = e => {
                const labelled = (e.getAttribute('aria-labelledby') ?? '').split(/\\s+/).filter(Boolean)
                  .map(id => document.getElementById(id)?.textContent ?? '').join(' ');
                const labels = [...(e.labels ?? [])].map(l => l.textContent).join(' ');
                const images = [...e.querySelectorAll('img')].map(i => i.alt).join(' ');
                return (labelled || e.getAttribute('aria-label') || labels || e.textContent || images || e.title || '').trim();
              };
              return [...document.querySelectorAll('button, a[href], input, select, textarea, iframe, [role=button], [role=link]')]
                .filter(e => e.checkVisibility() && nameOf(e) === '')
                .map(e => e.outerHTML.slice(0, 120));
            }""";

    private static final String UNNAMED_IMAGES = """
            () => [...document.images].filter(i => !i.hasAttribute('alt') && !i.closest('[aria-hidden=true]'))
              .map(i => i.outerHTML.slice(0, 120))""";

    private static final String FOCUS = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return 'nothing';
              const s = getComputedStyle(e);
              const shown = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
              return shown ? '' : e.outerHTML.slice(0, 120);
            }""";

    private static final String TOO_SMALL = """
            () => [...document.querySelectorAll('button, a[href]')]
              .filter(e => e.checkVisibility() && !e.closest('p'))
              .filter(e => { const r = e.getBoundingClientRect(); return r.width > 1 && (r.height < 24 || r.width < 24); })
              .map(e => e.outerHTML.slice(0, 120))""";

    private Looks() {}

    static void everythingHasAName(Frame frame) {
        assertThat(list(frame, NAMELESS)).as("without a name").isEmpty();
        assertThat(list(frame, UNNAMED_IMAGES)).as("images without a text").isEmpty();
        assertThat(list(frame, TOO_SMALL)).as("too small for a finger").isEmpty();
        assertThat(frame.evaluate("() => document.documentElement.lang")).isEqualTo("zh-CN");
        assertThat(String.valueOf(frame.evaluate("() => document.title"))).isNotBlank();
    }

    static void focusIsSeen(Page page, int stops) {
        for (int stop = 0; stop < stops; stop++) {
            page.keyboard().press("Tab");
            assertThat(String.valueOf(page.evaluate(FOCUS))).as("stop " + stop).isIn("", "nothing");
        }
    }

    static void textMayGrow(Page page) {
        page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
        assertThat(((Number) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                        .intValue())
                .as("wider than the screen at 200 %")
                .isLessThanOrEqualTo(0);
        page.evaluate("() => { document.documentElement.style.fontSize = ''; }");
    }

    private static List<?> list(Frame frame, String script) {
        return (List<?>) frame.evaluate(script);
    }
}
