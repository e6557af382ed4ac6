package io.shuke.gateway.push;

import io.shuke.gateway.sms.Sms;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.message.Forms;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.Way;
import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchants;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps up with the forms that each account has chosen at WeChat. */
@Component
class FormRounds {

    private static final Logger LOG = LoggerFactory.getLogger(FormRounds.class);

    private final Forms forms;
    private final Sms sms;
    private final MessageTemplates templates;
    private final Channels channels;
    private final Merchants merchants;
    private final Jdbc jdbc;

    FormRounds(Forms forms, Sms sms, MessageTemplates templates, Channels channels, Merchants merchants, Jdbc jdbc) {
        this.forms = forms;
        this.sms = sms;
        this.templates = templates;
        this.channels = channels;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @Scheduled(initialDelay = 3, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void round() {
        jdbc.callForAll(channels::all)
                .flatMapIterable(all -> all)
                .concatMap(channel -> refresh(channel).onErrorResume(failure -> {
                    notNow(failure);
                    return Mono.empty();
                }))
                .subscribe(done -> {}, FormRounds::notNow);
    }

    /** One account for all merchants of this installation. */
    @Scheduled(initialDelay = 3, fixedDelay = 600, timeUnit = TimeUnit.SECONDS)
    void smsRound() {
        if (sms.isConnected()) {
            sms.templates()
                    .flatMapMany(outcome -> outcome instanceof Outcome.Ok<List<MessageTemplate>> ok
                            ? forEverybody(ok.value())
                            : Flux.empty())
                    .subscribe(done -> {}, FormRounds::notNow);
        }
    }

    private Flux<Boolean> forEverybody(List<MessageTemplate> all) {
        return jdbc.callForAll(merchants::all)
                .flatMapIterable(merchants -> merchants)
                .concatMap(merchant -> replace(merchant.id(), Message.Sms.ACCOUNT, Way.SMS, all));
    }

    private Flux<Boolean> refresh(Channel channel) {
        var account = channel.account();
        return switch (channel.provider()) {
            case Accounts.OFFICIAL ->
                Flux.concat(
                        keep(channel, Way.TEMPLATE, forms.templates(account)),
                        keep(channel, Way.NOTICE, forms.notices(account)));
            case Accounts.MINI ->
                keep(channel, Way.SUBSCRIPTION, forms.subscriptions(account)).flux();
            default -> Flux.empty();
        };
    }

    /** What could not be fetched stays as it was. */
    private Mono<Boolean> keep(Channel channel, Way way, Mono<Outcome<List<MessageTemplate>>> fetched) {
        return fetched.flatMap(outcome -> outcome instanceof Outcome.Ok<List<MessageTemplate>> ok
                ? replace(channel.merchant(), channel.account(), way, ok.value())
                : Mono.empty());
    }

    private Mono<Boolean> replace(MerchantId merchant, String account, Way way, List<MessageTemplate> all) {
        return jdbc.call(merchant, () -> {
            templates.replace(account, way, all);
            return true;
        });
    }

    private static void notNow(Throwable failure) {
        if (!(failure instanceof Busy)) {
            LOG.warn("forms were not fetched: {}", failure.toString());
        }
    }
}
