package io.shuke.console.audit;

import io.shuke.member.ground.Ids;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an act is done to.
 *
 * @param kind as the path calls it, such as {@code members}
 * @param id null for what there is one of
 */
record DoneTo(String kind, @Nullable Long id) {

    private static final String ROOT = "/console/api/";

    /** The member of the body before anything of the path: whoever looks afterwards looks for him. */
    static DoneTo of(String path, Map<String, @Nullable Object> told) {
        if (told.get("memberId") instanceof String text && Ids.read(text).isPresent()) {
            return new DoneTo("members", Ids.read(text).getAsLong());
        }
        var parts = path.substring(Math.min(ROOT.length(), path.length())).split("/");
        for (int i = 1; i < parts.length; i++) {
            var id = Ids.read(parts[i]);
            if (id.isPresent()) {
                return new DoneTo(parts[i - 1], id.getAsLong());
            }
        }
        return new DoneTo(parts[0], null);
    }
}
