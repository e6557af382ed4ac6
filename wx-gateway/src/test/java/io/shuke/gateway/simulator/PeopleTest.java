package io.shuke.gateway.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {

    private final SettableClock clock = new SettableClock();
    private final People people = new People(clock);

    @Test
    void beginsWithTwelveDifferentPeople() {
        assertThat(people.all()).hasSize(12);
        assertThat(people.all()).extracting(Person::nickname).doesNotHaveDuplicates();
        assertThat(people.all()).extracting(Person::phone).allMatch(phone -> phone.matches("138\\d{8}"));
    }

    @Test
    void everyAccountHasItsOwnNameForAPersonAndTheUnionidIsShared() {
        var person = people.person("1");

        assertThat(person.openid(Given.OFFICIAL)).hasSize(28).isNotEqualTo(person.openid(Given.MINI));
        assertThat(people.known(Given.MINI, person.openid(Given.MINI))).isEqualTo(person);
        assertThatThrownBy(() -> people.known(Given.OFFICIAL, person.openid(Given.MINI)))
                .isInstanceOfSatisfying(
                        WechatError.class, no -> assertThat(no.errcode()).isEqualTo(40003));
    }

    @Test
    void thoseWhoCameAndWhomTheyFollowOutliveARestart(@TempDir Path folder) {
        var file = new StateFile<>(folder.resolve("deep/simulator.json"), StateFile.State.class);
        var added = people.add("隔壁老王");
        people.follow(Given.OFFICIAL, added, "store-1");
        file.save(() -> new StateFile.State(people.all(), people.fans(), List.of()));

        var restarted = new People(clock);
        var state = file.load().orElseThrow();
        restarted.restore(state.people(), state.fans());
        assertThat(restarted.person(added.id())).isEqualTo(added);
        assertThat(restarted.fan(Given.OFFICIAL, added)).isEqualTo(people.fan(Given.OFFICIAL, added));
        assertThat(restarted.add("后来的").id()).isEqualTo("14");
    }

    @Test
    void aTornFileIsNamedAndNotOverwritten(@TempDir Path folder) throws Exception {
        var file = folder.resolve("simulator.json");
        Files.writeString(file, "{\"people\":[");

        assertThatThrownBy(() -> new StateFile<>(file, StateFile.State.class).load())
                .hasMessageContaining("simulator.json is no JSON");
        assertThat(file).hasContent("{\"people\":[");
    }
}
