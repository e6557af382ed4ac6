package io.shuke.member.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence instead of a stack trace. Spring Boot finds it through {@code META-INF/spring.factories}. */
final class CannotRunAnalyzer extends AbstractFailureAnalyzer<CannotRun> {

    @Override
    protected FailureAnalysis analyze(Throwable whole, CannotRun cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
    }
}
