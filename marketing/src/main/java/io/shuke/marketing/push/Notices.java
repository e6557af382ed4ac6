package io.shuke.marketing.push;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members are told of by itself, as the shop wants it. */
@Service
public class Notices {

    /** Every bill asks; a change reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private record Known(Map<Occasion, NoticeTerms> terms, Instant until) {}

    private final NoticeMapper mapper;
    private final MessageTemplates templates;
    private final Postbox postbox;
    private final Merchants merchants;
    private final Clock clock;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    Notices(NoticeMapper mapper, MessageTemplates templates, Postbox postbox, Merchants merchants, Clock clock) {
        this.mapper = mapper;
        this.templates = templates;
        this.postbox = postbox;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** All occasions, also those that are off. */
    public List<NoticeTerms> all() {
        var terms = read();
        return Stream.of(Occasion.values())
                .map(one -> terms.getOrDefault(one, NoticeTerms.usual(one)))
                .toList();
    }

    /** @param wanted with the version that was read; refused when somebody changed it since */
    @Transactional
    public NoticeTerms change(NoticeTerms wanted) {
        wanted.messages().forEach(templates::check);
        var occasion = wanted.occasion().name();
        var row = new NoticeMapper.TermsRow(occasion, wanted.on(), wanted.days(), wanted.version() + 1);
        if (wanted.version() == 0) {
            insert(row);
        } else if (mapper.update(row, wanted.version()) == 0) {
            throw PushRefusal.noticeChanged();
        }
        mapper.dropLegs(occasion);
        for (int leg = 0; leg < wanted.messages().size(); leg++) {
            mapper.insertLeg(NoticeMapper.NoticeLegRow.of(
                    wanted.occasion(), leg, wanted.messages().get(leg)));
        }
        known.remove(MerchantScope.current());
        return new NoticeTerms(wanted.occasion(), wanted.on(), wanted.days(), wanted.messages(), row.version());
    }

    private void insert(NoticeMapper.TermsRow row) {
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException changedMeanwhile) {
            throw PushRefusal.noticeChanged();
        }
    }

    private Map<Occasion, NoticeTerms> read() {
        var messages = mapper.legs().stream()
                .collect(Collectors.groupingBy(
                        NoticeMapper.NoticeLegRow::occasion,
                        Collectors.mapping(NoticeMapper.NoticeLegRow::message, Collectors.toList())));
        var all = new EnumMap<Occasion, NoticeTerms>(Occasion.class);
        for (var row : mapper.all()) {
            var occasion = Occasion.valueOf(row.occasion());
            all.put(
                    occasion,
                    new NoticeTerms(
                            occasion,
                            row.switchedOn(),
                            row.days(),
                            messages.getOrDefault(row.occasion(), List.of()),
                            row.version()));
        }
        return all;
    }

    /** Empty when the shop does not want it told. */
    Optional<NoticeTerms> wanted(Occasion occasion) {
        var merchant = MerchantScope.current();
        var now = clock.instant();
        var remembered = known.get(merchant);
        if (remembered == null || !now.isBefore(remembered.until())) {
            remembered = new Known(read(), now.plus(REMEMBERED));
            known.put(merchant, remembered);
        }
        return Optional.ofNullable(remembered.terms().get(occasion)).filter(NoticeTerms::on);
    }

    /**
     * Tells one member, if the shop wants it, in the transaction of the fact.
     *
     * @param reference the fact's own: a fact that is heard of twice is told once
     * @param words what stands in place of the occasion's words
     */
    void tell(Occasion occasion, MemberId member, String reference, Map<String, String> words) {
        wanted(occasion).ifPresent(terms -> {
            var messages = terms.messages().stream()
                    .map(message -> message.with(text -> filled(text, words)))
                    .toList();
            postbox.post(new NewNotice(
                    reference, member, occasion.label(), occasion.topic(), messages, occasion.isPatient()));
        });
    }

    private String filled(String text, Map<String, String> words) {
        var filled = text.replace(
                Occasion.DAY,
                day(clock.instant().atZone(merchants.current().zone()).toLocalDate()));
        for (var word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        return filled;
    }

    static String day(LocalDate day) {
        return DATE.format(day);
    }
}
