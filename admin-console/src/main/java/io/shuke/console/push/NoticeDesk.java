package io.shuke.console.push;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.push.NoticeTerms;
import io.shuke.marketing.push.Notices;
import io.shuke.marketing.push.Occasion;
import io.shuke.member.ground.Jdbc;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** What members are told of by itself. */
@RestController
class NoticeDesk {

    /** @param example what may stand in the word's place */
    record NoticeWordBody(String name, String example) {}

    /**
     * @param days so many days before; 0 where there is nothing to be ahead of
     * @param words what may stand in the text of this one
     */
    record NoticeBody(
            Occasion occasion,
            String label,
            boolean on,
            int days,
            List<NoticeWordBody> words,
            List<MessageBody> messages,
            int version) {

        static NoticeBody of(NoticeTerms terms) {
            return new NoticeBody(
                    terms.occasion(),
                    terms.occasion().label(),
                    terms.on(),
                    terms.days(),
                    terms.occasion().words().stream()
                            .map(word -> new NoticeWordBody(word.name(), word.example()))
                            .toList(),
                    terms.messages().stream().map(MessageBody::of).toList(),
                    terms.version());
        }
    }

    record NoticesBody(List<NoticeBody> items) {}

    /** @param version that was read */
    record NoticeWishBody(
            @Nullable Boolean on,
            @Nullable Integer days,
            @Nullable List<MessageBody> messages,
            @Nullable Integer version) {

        NoticeTerms read(Occasion occasion) {
            if (on == null || messages == null || version == null) {
                throw new ServerWebInputException("on, messages and the version that was read");
            }
            return new NoticeTerms(
                    occasion,
                    on,
                    days == null ? occasion.ahead() : days,
                    messages.stream().map(MessageBody::read).toList(),
                    version);
        }
    }

    private final Notices notices;
    private final Jdbc jdbc;

    NoticeDesk(Notices notices, Jdbc jdbc) {
        this.notices = notices;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/notices")
    Mono<NoticesBody> all(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new NoticesBody(notices.all().stream().map(NoticeBody::of).toList()));
    }

    @PutMapping("/console/api/notices/{occasion}")
    Mono<NoticeBody> change(ConsoleUser user, @PathVariable Occasion occasion, @RequestBody NoticeWishBody wish) {
        return jdbc.call(user.merchant(), () -> NoticeBody.of(notices.change(wish.read(occasion))));
    }
}
