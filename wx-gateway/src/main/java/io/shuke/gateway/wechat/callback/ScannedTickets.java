package io.shuke.gateway.wechat.callback;

import io.shuke.member.membership.Identity;
import io.shuke.member.scan.ScanTickets;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a ticket whose phone it was. */
@Component
class ScannedTickets {

    private final ScanTickets tickets;

    ScannedTickets(ScanTickets tickets) {
        this.tickets = tickets;
    }

    @EventListener
    void on(CodeScanned scanned) {
        tickets.scanned(scanned.scene(), new Identity(scanned.account(), scanned.openid()));
    }
}
