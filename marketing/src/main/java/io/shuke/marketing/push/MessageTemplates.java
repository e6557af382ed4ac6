package io.shuke.marketing.push;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The forms of the merchant's accounts, as last fetched from their providers. */
@Service
public class MessageTemplates {

    private final TemplateMapper mapper;
    private final Clock clock;

    MessageTemplates(TemplateMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    public List<MessageTemplate> all() {
        return mapper.all().stream().map(MessageTemplates::template).toList();
    }

    /** What the account has at its provider now, and nothing else. */
    @Transactional
    public void replace(String account, Way way, List<MessageTemplate> templates) {
        mapper.delete(account, way.name());
        for (var one : templates) {
            var gaps = one.gaps().stream()
                    .map(gap -> gap.keyword() + "=" + gap.label())
                    .collect(Collectors.joining("\n"));
            mapper.insert(
                    new TemplateMapper.TemplateRow(account, one.id(), one.way().name(), one.title(), gaps),
                    clock.instant());
        }
    }

    /** Whether the message is as its form wants it; what has no form is as it is. */
    void check(Message message) {
        if (message instanceof Message.Template one) {
            form(one, one.template()).check(one.values());
        } else if (message instanceof Message.Notice one) {
            form(one, one.template()).check(one.values());
        } else if (message instanceof Message.Subscription one) {
            form(one, one.template()).check(one.values());
        } else if (message instanceof Message.Sms one) {
            form(one, one.template()).check(one.values());
        }
    }

    private MessageTemplate form(Message message, String id) {
        var row = mapper.one(message.account(), message.way().name(), id);
        if (row == null) {
            throw message.way() == Way.SMS ? PushRefusal.noSms() : PushRefusal.unknownTemplate();
        }
        return template(row);
    }

    private static MessageTemplate template(TemplateMapper.TemplateRow row) {
        var gaps = row.gaps()
                .lines()
                .map(line -> Map.entry(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)))
                .map(gap -> new Gap(gap.getKey(), gap.getValue()))
                .toList();
        return new MessageTemplate(row.account(), row.id(), Way.valueOf(row.way()), row.title(), gaps);
    }
}
