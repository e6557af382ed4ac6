package io.shuke.console.staff;

import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Staff for the demo shop, one of each role. Their passwords are random for each data folder and lie there in
 * {@code demo-staff.properties}, for whoever wants to play them; of a real password the database knows the hash only.
 */
@Component
@ConditionalOnProperty("shuke.demo.enabled")
class DemoStaff {

    private static final MerchantId SHOP = new MerchantId(1);
    private static final List<String> NAMES = List.of("老板娘", "店长小王", "收银小李", "导购小陈");

    private final Staff staff;
    private final Jdbc jdbc;
    private final Path file;

    DemoStaff(Staff staff, Jdbc jdbc, @Value("${shuke.embedded.data:data}/demo-staff.properties") Path file) {
        this.staff = staff;
        this.jdbc = jdbc;
        this.file = file;
    }

    @EventListener(ApplicationStartedEvent.class)
    void hire() throws IOException {
        if (!jdbc.within(SHOP, staff::all).isEmpty()) {
            return;
        }
        var logins = new Properties();
        for (var role : Role.values()) {
            var account = "demo." + role.name().toLowerCase(java.util.Locale.ROOT);
            var password = Long.toUnsignedString(new SecureRandom().nextLong(), 36) + "-Noodle";
            var hiring = new Hiring(new Account(account), NAMES.get(role.ordinal()), role, new Password(password));
            jdbc.within(SHOP, () -> staff.hire(hiring));
            logins.setProperty(account, role + " " + password);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var out = Files.newBufferedWriter(file)) {
            logins.store(out, null);
        }
    }
}
