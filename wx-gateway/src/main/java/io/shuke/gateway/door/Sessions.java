package io.shuke.gateway.door;

import com.google.crypto.tink.jwt.JwtInvalidException;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.jwt.JwtValidator;
import com.google.crypto.tink.jwt.RawJwt;
import com.google.crypto.tink.jwt.VerifiedJwt;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Keys;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.MemberId;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers' sessions. The token is signed and says who it is, so an ordinary request asks neither Redis nor the database;
 * what the person is known by at the provider stays in the row and never enters the token.
 */
@Service
public class Sessions {

    static final Duration LIFETIME = Duration.ofDays(30);
    private static final String ISSUER = "shuke";
    private static final String AUDIENCE = "customer";

    /** A signature once found good stays good; whether the session still lives is asked each time. */
    private record Verified(Customer customer, Instant openedAt, Instant expiresAt) {}

    private static final int REMEMBERED = 50_000;

    private final Recent<String, Verified> verified = new Recent<>(REMEMBERED);
    private final SessionMapper mapper;
    private final EndedSessions ended;
    private final FieldCipher cipher;
    private final Ids ids;
    private final Clock clock;
    private final JwtMac signer;
    private final JwtValidator validator;
    private final boolean secure;

    Sessions(
            SessionMapper mapper,
            EndedSessions ended,
            FieldCipher cipher,
            Ids ids,
            Clock clock,
            Keys keys,
            @Value("${shuke.public-url:}") String publicUrl) {
        this.mapper = mapper;
        this.ended = ended;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
        this.signer = keys.token();
        this.secure = publicUrl.startsWith("https:");
        this.validator = JwtValidator.newBuilder()
                .expectIssuer(ISSUER)
                .expectAudience(AUDIENCE)
                .setClock(clock)
                .build();
    }

    /** Opens a session for a person of the merchant in scope. */
    @Transactional
    public Session open(List<Identity> identities, @Nullable MemberId member) {
        var id = ids.next();
        var now = clock.instant();
        var text = identities.stream()
                .map(identity -> identity.provider() + " " + identity.subject())
                .collect(Collectors.joining("\n"));
        mapper.insert(
                id,
                cipher.seal(text, "customer_session.identities:" + id),
                member == null ? null : member.value(),
                now,
                now.plus(LIFETIME));
        return token(id, member);
    }

    /** What the person of this session is known by. */
    public List<Identity> identities(Customer customer) {
        var row = mapper.one(customer.session());
        if (row == null) {
            throw SessionRefusal.ended();
        }
        var text = cipher.open(row.identities(), "customer_session.identities:" + row.id());
        return Arrays.stream(text.split("\n"))
                .map(line -> line.split(" ", 2))
                .map(pair -> new Identity(pair[0], pair[1]))
                .toList();
    }

    /** The person of this session has become a member: the token that says so is the one to use from now on. */
    @Transactional
    public Session joined(Customer customer, MemberId member) {
        mapper.joined(customer.session(), member.value());
        return token(customer.session(), member);
    }

    /** Who joined on a session whose token is older than the joining; null while nobody has. */
    public @Nullable MemberId memberOf(long session) {
        var row = mapper.one(session);
        return row == null || row.memberId() == null ? null : new MemberId(row.memberId());
    }

    /** Ends all sessions that the member has opened until now, on every node within two seconds. */
    @Transactional
    public void endAll(MemberId member) {
        mapper.end(null, member.value(), clock.instant());
    }

    @Transactional
    public void end(Customer customer) {
        mapper.end(customer.session(), null, clock.instant());
    }

    /** @throws SessionRefusal {@code session.ended} for a token that is forged, too old, or ended before its time */
    Customer customer(String token) {
        var known = verified.get(token);
        if (known == null) {
            known = verify(token);
            verified.put(token, known);
        }
        var customer = known.customer();
        var member = customer.member() == null ? 0 : customer.member().value();
        if (!clock.instant().isBefore(known.expiresAt()) || ended.has(customer.session(), member, known.openedAt())) {
            throw SessionRefusal.ended();
        }
        return customer;
    }

    private Verified verify(String token) {
        try {
            var jwt = signer.verifyMacAndDecode(token, validator);
            var member = jwt.hasSubject() ? new MemberId(Long.parseLong(jwt.getSubject())) : null;
            var customer = new Customer(merchant(jwt), member, Long.parseLong(jwt.getJwtId()));
            return new Verified(customer, jwt.getIssuedAt(), jwt.getExpiration());
        } catch (GeneralSecurityException forged) {
            throw SessionRefusal.ended();
        }
    }

    private static MerchantId merchant(VerifiedJwt jwt) throws JwtInvalidException {
        return new MerchantId(Long.parseLong(jwt.getStringClaim("m")));
    }

    private Session token(long session, @Nullable MemberId member) {
        var now = clock.instant();
        var jwt = RawJwt.newBuilder()
                .setIssuer(ISSUER)
                .setAudience(AUDIENCE)
                .setJwtId(Long.toString(session))
                .addStringClaim("m", MerchantScope.current().toString())
                .setIssuedAt(now)
                .setExpiration(now.plus(LIFETIME));
        if (member != null) {
            jwt.setSubject(Long.toString(member.value()));
        }
        try {
            return new Session(signer.computeMacAndEncode(jwt.build()), LIFETIME, secure);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
