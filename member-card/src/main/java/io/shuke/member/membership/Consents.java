package io.shuke.member.membership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** The text that people agree to, in all its versions, and the ledger of who agreed to which. */
@Service
public class Consents {

    private static final List<String> VERSIONS = List.of("v1");

    private final List<ConsentText> texts =
            VERSIONS.stream().map(Consents::read).toList();

    /** The text to show to somebody who joins now. */
    public ConsentText current() {
        return texts.get(texts.size() - 1);
    }

    /** All texts that were ever shown, oldest first: a consent is worth nothing when nobody can say to what. */
    public List<ConsentText> texts() {
        return texts;
    }

    /** The first line is the title. */
    private static ConsentText read(String version) {
        var file = new ClassPathResource("consent/zh-" + version + ".txt");
        try (var in = file.getInputStream()) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", 2);
            return new ConsentText(version, lines[0].strip(), lines[1].strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
