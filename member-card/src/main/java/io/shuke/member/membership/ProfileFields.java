package io.shuke.member.membership;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a profile may hold: a few fields that every shop has, and those that the merchant defines himself. */
@Service
public class ProfileFields {

    private static final List<ProfileField> USUAL = List.of(
            new ProfileField("name", "姓名"),
            new ProfileField("sex", "性别"),
            new ProfileField("job", "职业"),
            new ProfileField("contact", "联系方式"));

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,29}");
    private static final int LONGEST_LABEL = 20;
    private static final int MOST = 30;

    private final FieldMapper mapper;

    ProfileFields(FieldMapper mapper) {
        this.mapper = mapper;
    }

    public List<ProfileField> all() {
        return Stream.concat(USUAL.stream(), mapper.all().stream()).toList();
    }

    /** Adds a field, or gives it another label. */
    @Transactional
    public void define(ProfileField field) {
        if (!NAME.matcher(field.name()).matches()
                || USUAL.stream().anyMatch(usual -> usual.name().equalsIgnoreCase(field.name()))) {
            throw MembershipRefusal.fieldMalformed(field.name(), LONGEST_LABEL);
        }
        var label = Text.line(
                field.label(), LONGEST_LABEL, () -> MembershipRefusal.fieldMalformed(field.name(), LONGEST_LABEL));
        var defined = mapper.all();
        if (defined.size() >= MOST
                && defined.stream().noneMatch(one -> one.name().equalsIgnoreCase(field.name()))) {
            throw MembershipRefusal.tooManyFields(MOST);
        }
        mapper.define(new ProfileField(field.name(), label));
    }

    Set<String> names() {
        return all().stream().map(ProfileField::name).collect(Collectors.toSet());
    }
}
