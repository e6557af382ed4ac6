package io.shuke.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;

/** The pictures in the README, taken anew with {@code -Dpictures=pictures}. */
final class Pictures {

    private Pictures() {}

    static void take(Page page, Path file) {
        var folder = System.getProperty("pictures", "");
        if (!folder.isEmpty()) {
            page.waitForTimeout(1_500);
            page.screenshot(new Page.ScreenshotOptions()
                    .setScale(ScreenshotScale.CSS)
                    .setPath(Path.of(folder).resolve(file)));
        }
    }
}
