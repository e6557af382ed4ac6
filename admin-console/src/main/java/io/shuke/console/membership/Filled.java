package io.shuke.console.membership;

import io.shuke.member.membership.ProfileField;
import io.shuke.member.membership.ProfileFields;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What one member takes over from another, in words. */
@Component
class Filled {

    private static final String PROFILE = "profile.";

    private final ProfileFields fields;

    Filled(ProfileFields fields) {
        this.fields = fields;
    }

    List<String> of(List<String> names) {
        var labels = fields.all().stream()
                .collect(Collectors.toMap(field -> PROFILE + field.name(), ProfileField::label, (one, other) -> one));
        return names.stream()
                .map(name -> switch (name) {
                    case "nickname" -> "昵称";
                    case "birthday" -> "生日";
                    default -> labels.getOrDefault(name, name.replace(PROFILE, ""));
                })
                .toList();
    }
}
