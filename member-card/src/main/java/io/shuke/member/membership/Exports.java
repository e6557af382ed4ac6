package io.shuke.member.membership;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Everything that is held on a member, for the member himself. */
@Component
class Exports {

    private final Register register;
    private final Consents consents;
    /** Asked late: the features that contribute may themselves need the members. */
    private final ObjectProvider<ExportPart> features;

    Exports(Register register, Consents consents, ObjectProvider<ExportPart> features) {
        this.register = register;
        this.consents = consents;
        this.features = features;
    }

    Export of(MemberRow row) {
        var member = register.shown(row);
        var parts = new LinkedHashMap<String, List<Map<String, Object>>>();
        features.orderedStream().forEach(feature -> parts.put(feature.name(), feature.entries(member.id())));
        return new Export(
                member,
                register.identities(row).stream().map(Exports::masked).toList(),
                register.dates(row),
                consents.of(member.id()),
                parts);
    }

    private static Map<String, String> masked(Identity identity) {
        var subject = identity.isPhone() ? new Phone(identity.subject()).masked() : identity.masked();
        return Map.of("provider", identity.provider(), "subject", subject);
    }
}
