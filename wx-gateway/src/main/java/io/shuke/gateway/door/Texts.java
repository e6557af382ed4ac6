package io.shuke.gateway.door;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The Chinese sentence of every code, gathered from each feature's {@code refusals/<feature>.properties}. */
@Component
public class Texts {

    private final Properties sentences = new Properties();

    Texts() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:refusals/*.properties")) {
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                sentences.load(reader);
            }
        }
    }

    public String of(String code, List<Object> details) {
        var sentence = sentences.getProperty(code, code);
        return details.isEmpty() ? sentence : new MessageFormat(sentence, Locale.CHINA).format(details.toArray());
    }

    boolean knows(String code) {
        return sentences.containsKey(code);
    }
}
