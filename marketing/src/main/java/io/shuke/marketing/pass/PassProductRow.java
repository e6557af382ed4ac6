package io.shuke.marketing.pass;

import io.shuke.member.ground.Fen;

record PassProductRow(
        long id,
        int version,
        String title,
        String what,
        int aDay,
        int percent,
        int days,
        long priceFen,
        boolean offered) {

    static PassProductRow of(PassProduct product) {
        var terms = product.terms();
        var daily = terms.benefit() instanceof PassBenefit.Daily one ? one : null;
        return new PassProductRow(
                product.id().value(),
                product.version(),
                terms.title(),
                daily == null ? "" : daily.what(),
                daily == null ? 0 : daily.aDay(),
                terms.benefit() instanceof PassBenefit.Discount discount ? discount.percent() : 0,
                terms.days(),
                terms.price().value(),
                product.offered());
    }

    PassProduct toDomain() {
        var terms = new PassTerms(title, benefit(what, aDay, percent), days, new Fen(priceFen));
        return new PassProduct(new PassProductId(id), version, terms, offered);
    }

    static PassBenefit benefit(String what, int aDay, int percent) {
        return percent > 0 ? new PassBenefit.Discount(percent) : new PassBenefit.Daily(what, aDay);
    }
}
