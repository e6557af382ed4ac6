package io.shuke.gateway.simulator;

import io.shuke.gateway.sms.SmsAccount;
import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channels;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Mono;

/** The parts of the simulator. */
@Simulated
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {

    @Bean
    static SimulatorGuard simulatorGuard(Environment environment) {
        return new SimulatorGuard(environment);
    }

    /** The accounts come from our own book of channels, unless a test brings some along. */
    @Bean
    Accounts simulatedAccounts(
            ObjectProvider<Supplier<Mono<List<SimulatedAccount>>>> given,
            ObjectProvider<Channels> channels,
            ObjectProvider<Jdbc> jdbc,
            Clock clock) {
        return new Accounts(
                given.getIfAvailable(() -> () -> jdbc.getObject().callForAll(() -> channels.getObject().all().stream()
                        .map(SimulatedAccount::of)
                        .toList())),
                clock);
    }

    @Bean
    Tokens simulatedTokens(Clock clock) {
        return new Tokens(clock);
    }

    @Bean
    People simulatedPeople(
            Clock clock,
            Tokens tokens,
            @Value("${shuke.simulator.file:${shuke.embedded.data:data}/simulator.json}") Path file) {
        var people = new People(clock);
        var memory = new StateFile<>(file, StateFile.State.class);
        memory.load().ifPresent(state -> {
            people.restore(state.people(), state.fans());
            tokens.restore(state.tokens());
        });
        Runnable save = () -> memory.saveSoon(() -> new StateFile.State(people.all(), people.fans(), tokens.alive()));
        people.onChange(save);
        tokens.onChange(save);
        return people;
    }

    @Bean
    OneTimeCodes oneTimeCodes(Clock clock) {
        return new OneTimeCodes(clock);
    }

    @Bean
    WebGrants webGrants(Clock clock) {
        return new WebGrants(clock);
    }

    @Bean
    Quotas simulatedQuotas(Clock clock) {
        return new Quotas(clock);
    }

    @Bean
    Permissions messagePermissions(Clock clock) {
        return new Permissions(new TalkWindows(clock), new Consents());
    }

    @Bean
    Templates simulatedTemplates() {
        return new Templates();
    }

    @Bean
    Scenes scenes(Clock clock) {
        return new Scenes(clock);
    }

    @Bean
    Menus menus() {
        return new Menus();
    }

    @Bean
    WechatCards wechatCards() {
        return new WechatCards();
    }

    @Bean
    Faults simulatedFaults() {
        return new Faults();
    }

    @Bean
    Journal simulatorJournal() {
        return new Journal();
    }

    @Bean
    Phones phones(Clock clock) {
        return new Phones(clock);
    }

    @Bean
    OwnAddress ownAddress(Environment environment) {
        return new OwnAddress(environment);
    }

    /** A secret for each data folder, the same on all nodes; standing alone, the simulator has no keys to derive it from. */
    @Bean
    SmsAccount simulatedSmsAccount(OwnAddress own, ObjectProvider<BlindIndex> sealed, Environment environment) {
        var index = sealed.getIfAvailable();
        var secret = index == null
                ? Randoms.text(32)
                : HexFormat.of().formatHex(index.of(new MerchantId(1), "simulator.sms", "secret"));
        return new SmsAccount(
                () -> environment.getProperty("shuke.simulator.sms-host", own.root() + SmsEndpoint.ROOT),
                "simulated",
                secret,
                "熟客");
    }

    @Bean
    Callbacks callbacks(
            OwnAddress own, Phones phones, Clock clock, @Value("${shuke.simulator.patience:5s}") Duration patience) {
        return new Callbacks(own, phones, clock, patience);
    }

    @Bean
    Acts acts(People people, Phones phones, Permissions permissions, Callbacks callbacks) {
        return new Acts(people, phones, permissions, callbacks);
    }

    @Bean
    WechatApi wechatApi(Accounts accounts, Tokens tokens, Quotas quotas, Faults faults, Journal journal, Clock clock) {
        return new WechatApi(accounts, tokens, quotas, faults, journal, clock);
    }
}
