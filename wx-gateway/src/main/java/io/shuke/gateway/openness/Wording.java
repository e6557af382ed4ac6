package io.shuke.gateway.openness;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What an operation does in a few words, from each feature's {@code openapi/<feature>.properties}; and every code that a
 * problem may have, with its sentence.
 */
record Wording(Map<String, String> summaries, Map<String, String> refusals) {

    static Wording read() throws IOException {
        return new Wording(gather("openapi"), gather("refusals"));
    }

    /** @param method in lower case */
    @Nullable
    String summary(String method, String path) {
        return summaries.get(method + path);
    }

    private static Map<String, String> gather(String folder) throws IOException {
        var all = new TreeMap<String, String>();
        for (var file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.properties")) {
            var one = new Properties();
            try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                one.load(reader);
            }
            one.stringPropertyNames().forEach(key -> all.put(key, one.getProperty(key)));
        }
        return Map.copyOf(all);
    }
}
