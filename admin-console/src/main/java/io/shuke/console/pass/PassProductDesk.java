package io.shuke.console.pass;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.pass.PassBenefit;
import io.shuke.marketing.pass.PassProduct;
import io.shuke.marketing.pass.PassProductId;
import io.shuke.marketing.pass.PassProducts;
import io.shuke.marketing.pass.PassTerms;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.rules.RuleChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** The passes on the shop's list, to read and to change. */
@RestController
class PassProductDesk {

    /**
     * Either something handed over or a discount.
     *
     * @param what is handed over, {@code aDay} times a day
     * @param percent what remains to be paid of 100
     * @param version of the product that was looked at; only to change one
     */
    record PassTermsBody(
            @Nullable String title,
            @Nullable String what,
            @Nullable Integer aDay,
            @Nullable Integer percent,
            int days,
            long priceFen,
            @Nullable Integer version,
            @Nullable Boolean offered) {

        PassTerms toDomain() {
            if (title == null || (what == null) == (percent == null)) {
                throw new ServerWebInputException("title, and one of what and percent");
            }
            try {
                return new PassTerms(title.strip(), benefit(), days, new Fen(priceFen));
            } catch (IllegalArgumentException tooMuch) {
                throw new ServerWebInputException("priceFen");
            }
        }

        private PassBenefit benefit() {
            if (percent != null) {
                return new PassBenefit.Discount(percent);
            }
            return new PassBenefit.Daily(what == null ? "" : what.strip(), aDay == null ? 1 : aDay);
        }
    }

    record PassProductBody(
            String id,
            int version,
            String title,
            @Nullable String what,
            @Nullable Integer aDay,
            @Nullable Integer percent,
            int days,
            long priceFen,
            boolean offered,
            String words) {

        static PassProductBody of(PassProduct product) {
            var terms = product.terms();
            var daily = terms.benefit() instanceof PassBenefit.Daily one ? one : null;
            return new PassProductBody(
                    product.id().toString(),
                    product.version(),
                    terms.title(),
                    daily == null ? null : daily.what(),
                    daily == null ? null : (Integer) daily.aDay(),
                    terms.benefit() instanceof PassBenefit.Discount discount ? (Integer) discount.percent() : null,
                    terms.days(),
                    terms.price().value(),
                    product.offered(),
                    words(terms));
        }

        static String words(PassTerms terms) {
            var fen = terms.price().value();
            var price = "¥%d.%02d".formatted(fen / 100, fen % 100);
            var good = "，买后 " + terms.days() + " 天有效";
            return terms.benefit() instanceof PassBenefit.Daily daily
                    ? price + " 一张，每天 " + daily.aDay() + " 次：" + daily.what() + good
                    : price + " 一张，付 " + ((PassBenefit.Discount) terms.benefit()).percent() + "%" + good;
        }
    }

    record PassProductsBody(List<PassProductBody> items) {}

    private final PassProducts products;
    private final RuleChanges changes;
    private final Jdbc jdbc;

    PassProductDesk(PassProducts products, RuleChanges changes, Jdbc jdbc) {
        this.changes = changes;
        this.products = products;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/passes")
    Mono<PassProductsBody> all(ConsoleUser user) {
        return jdbc.call(
                user.merchant(),
                () -> new PassProductsBody(
                        products.all().stream().map(PassProductBody::of).toList()));
    }

    @PostMapping("/console/api/passes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PassProductBody> add(ConsoleUser user, @RequestBody PassTermsBody body) {
        var terms = body.toDomain();
        return jdbc.call(
                user.merchant(), () -> PassProductBody.of(changes.make(user.actor(), () -> made(products.add(terms)))));
    }

    @PutMapping("/console/api/passes/{id}")
    Mono<PassProductBody> change(ConsoleUser user, @PathVariable long id, @RequestBody PassTermsBody body) {
        var terms = body.toDomain();
        var version = body.version();
        if (version == null) {
            throw new ServerWebInputException("version");
        }
        return jdbc.call(
                user.merchant(),
                () -> PassProductBody.of(changes.make(
                        user.actor(),
                        () -> made(products.change(
                                new PassProductId(id), version, terms, !Boolean.FALSE.equals(body.offered()))))));
    }

    private static RuleChanges.Made<PassProduct> made(PassProduct product) {
        return new RuleChanges.Made<>(
                product, "pass:" + product.id(), product.version(), List.of(PassProductBody.words(product.terms())));
    }
}
