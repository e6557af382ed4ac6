package io.shuke.console.push;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.PushRules;
import io.shuke.marketing.push.Pushes;
import io.shuke.marketing.push.Way;
import io.shuke.member.ground.Jdbc;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** What pushes are made of, and what they spare members. */
@RestController
class PushTermsDesk {

    /** @param most in characters, as the provider counts them */
    record GapBody(String keyword, String label, int most) {}

    record TemplateBody(String account, String id, Way way, String wayLabel, String title, List<GapBody> gaps) {

        static TemplateBody of(MessageTemplate one) {
            return new TemplateBody(
                    one.account(),
                    one.id(),
                    one.way(),
                    one.way().label(),
                    one.title(),
                    one.gaps().stream()
                            .map(gap -> new GapBody(gap.keyword(), gap.label(), one.longest(gap)))
                            .toList());
        }
    }

    record TemplatesBody(List<TemplateBody> items) {}

    record PushTermsBody(
            @Nullable Integer most,
            @Nullable Integer days,
            @Nullable LocalTime quietFrom,
            @Nullable LocalTime quietUntil,
            @Nullable Integer boughtDays,
            @Nullable Integer holdOut) {

        static PushTermsBody of(PushRules rules) {
            return new PushTermsBody(
                    rules.most(),
                    rules.days(),
                    rules.quietFrom(),
                    rules.quietUntil(),
                    rules.boughtDays(),
                    rules.holdOut());
        }

        PushRules read() {
            if (most == null
                    || days == null
                    || quietFrom == null
                    || quietUntil == null
                    || boughtDays == null
                    || holdOut == null) {
                throw new ServerWebInputException("all rules");
            }
            return new PushRules(most, days, quietFrom, quietUntil, boughtDays, holdOut);
        }
    }

    private final Pushes pushes;
    private final MessageTemplates templates;
    private final Jdbc jdbc;

    PushTermsDesk(Pushes pushes, MessageTemplates templates, Jdbc jdbc) {
        this.pushes = pushes;
        this.templates = templates;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/pushes/templates")
    Mono<TemplatesBody> templates(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new TemplatesBody(
                        templates.all().stream().map(TemplateBody::of).toList()));
    }

    @GetMapping("/console/api/pushes/rules")
    Mono<PushTermsBody> rules(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> PushTermsBody.of(pushes.rules()));
    }

    @PutMapping("/console/api/pushes/rules")
    Mono<PushTermsBody> change(ConsoleUser user, @RequestBody PushTermsBody wish) {
        var rules = wish.read();
        return jdbc.call(user.merchant(), () -> {
            pushes.change(rules);
            return PushTermsBody.of(pushes.rules());
        });
    }
}
