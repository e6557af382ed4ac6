package io.shuke.member.membership;

import io.shuke.member.ground.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** The text that people agree to, in all its versions, and the ledger of who agreed to which. */
@Service
public class Consents {

    /** Oldest first. A version that was shown once is never edited: a change is a new file. */
    private static final List<String> VERSIONS = List.of("v1");

    private static final String DOCUMENT = "membership";

    private final List<ConsentText> texts =
            VERSIONS.stream().map(Consents::read).toList();
    private final ConsentMapper ledger;
    private final Ids ids;
    private final Clock clock;

    Consents(ConsentMapper ledger, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** The text to show to somebody who joins now. */
    public ConsentText current() {
        return texts.get(texts.size() - 1);
    }

    /** All texts that were ever shown, oldest first: a consent is worth nothing when nobody can say to what. */
    public List<ConsentText> texts() {
        return texts;
    }

    /** Oldest first. */
    public List<Consent> of(MemberId member) {
        return ledger.of(member.value());
    }

    /** How many agree now, by version. */
    public Map<String, Long> agreed() {
        return ledger.agreed().stream()
                .collect(Collectors.toMap(ConsentMapper.AgreedRow::version, ConsentMapper.AgreedRow::members));
    }

    void grant(long member, String version, String channel) {
        var past = ledger.of(member);
        var last = past.isEmpty() ? null : past.get(past.size() - 1);
        if (last == null || !last.granted() || !last.version().equals(version)) {
            write(member, version, channel, true);
        }
    }

    void withdraw(long member, String channel) {
        var agreed = ledger.of(member).stream().filter(Consent::granted).toList();
        if (!agreed.isEmpty()) {
            write(member, agreed.get(agreed.size() - 1).version(), channel, false);
        }
    }

    private void write(long member, String version, String channel, boolean granted) {
        ledger.insert(ids.next(), member, new Consent(DOCUMENT, version, channel, granted, clock.instant()));
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
