package io.shuke.member.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Prints the sentence instead of a stack trace. Spring Boot finds it through {@code META-INF/spring.factories}. */
final class CannotRunAnalyzer extends AbstractFailureAnalyzer<CannotRun> {

    private final Environment settings;

    CannotRunAnalyzer(Environment settings) {
        this.settings = settings;
    }

    @Override
    protected FailureAnalysis analyze(Throwable whole, CannotRun cause) {
        if (StringUtils.hasText(settings.getProperty("logging.structured.format.console"))) {
            // The log is JSON for machines, and whoever just started the application is not one.
            System.err.printf("%n%s%n%n%s%n%n", cause.getMessage(), cause.remedy());
        }
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
