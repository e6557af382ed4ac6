package io.shuke.member.membership;

import java.util.List;
import java.util.Map;

/**
 * Everything that is held on a member.
 *
 * @param parts by name of the feature that holds them, see {@link ExportPart}
 */
public record Export(
        Member member,
        List<Map<String, String>> identities,
        List<ImportantDate> dates,
        List<Consent> consents,
        Map<String, List<Map<String, Object>>> parts) {

    @Override
    public String toString() {
        return "Export[" + member.id() + "]";
    }
}
