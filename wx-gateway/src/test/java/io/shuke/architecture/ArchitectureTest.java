package io.shuke.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.shuke");

    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("io.shuke.marketing.planted", "io.shuke.member.planted");

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                named("nothing blocks a publisher", HouseRules.nothingBlocksAPublisher()),
                named("the domain knows no shell", HouseRules.theDomainKnowsNoShell()),
                named("calls go down", HouseRules.callsGoDown()),
                named("value moves by hand in one place", HouseRules.valueMovesByHandInOnePlace()),
                named("WeChat stays in its room", HouseRules.wechatStaysInItsRoom()),
                named("technical types stay in their package", HouseRules.technicalTypesStayInTheirPackage()),
                named("names say what a thing is", HouseRules.namesSayWhatAThingIs()),
                named("time comes from the clock", HouseRules.timeComesFromTheClock()),
                named("nothing is injected into fields", HouseRules.nothingIsInjectedIntoFields()),
                named("no transaction holds a publisher", HouseRules.noTransactionHoldsAPublisher()),
                named("every package is null-marked", HouseRules.everyPackageIsNullMarked()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedBreachIsFound(ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue();
    }

    @Test
    void featuresOfOneModuleDoNotGoInCircles() {
        for (var module : new String[] {"member", "marketing", "console", "gateway"}) {
            SlicesRuleDefinition.slices()
                    .matching("io.shuke." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(HOUSE);
        }
    }
}
