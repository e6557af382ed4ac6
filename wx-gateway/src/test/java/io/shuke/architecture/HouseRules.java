package io.shuke.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Each rule by name; {@link ArchitectureTest} holds the house to them. */
final class HouseRules {

    private static final Set<Class<?>> DAYS_AND_INSTANTS =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class);

    private HouseRules() {}

    static ArchRule nothingBlocksAPublisher() {
        return noClasses()
                .should()
                .callMethodWhere(target(nameMatching("block|blockOptional|blockFirst|blockLast"))
                        .and(target(owner(nameMatching("reactor\\.core\\.publisher\\..*")))))
                .because("the gate is Jdbc; a blocked event loop serves nobody");
    }

    static ArchRule theDomainKnowsNoShell() {
        return noClasses()
                .that()
                .resideInAnyPackage("io.shuke.member..", "io.shuke.marketing..")
                .and()
                .resideOutsideOfPackage("io.shuke.member.ground..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "reactor..",
                        "org.reactivestreams..",
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "tools.jackson..",
                        "me.chanjar..",
                        "cn.binarywang..",
                        "org.redisson..")
                .because("member-card and marketing are plain blocking Java");
    }

    static ArchRule callsGoDown() {
        return noClasses()
                .that()
                .resideInAPackage("io.shuke.member..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.shuke.marketing..", "io.shuke.console..", "io.shuke.gateway..")
                .because("calls go down, facts go up");
    }

    static ArchRule valueMovesByHandInOnePlace() {
        return noClasses()
                .that()
                .resideInAnyPackage("io.shuke.console..", "io.shuke.marketing.planted..")
                .and()
                .resideOutsideOfPackage("io.shuke.console.approval..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.shuke.member.ledger.Adjustments")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.shuke.marketing.coupon.HandGifts")
                .orShould()
                .callMethodWhere(target(name("ask")).and(target(owner(name("io.shuke.member.balance.Refunds")))))
                .orShould()
                .callMethodWhere(target(name("atCounter")).and(target(owner(name("io.shuke.member.balance.Charges")))))
                .because("limits and a second person stand in io.shuke.console.approval");
    }

    static ArchRule wechatStaysInItsRoom() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("io.shuke.gateway.wechat..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("me.chanjar..", "cn.binarywang..", "com.github.binarywang..", "org.redisson..")
                .because("one place speaks to WeChat, and only it coordinates through Redisson");
    }

    static ArchRule technicalTypesStayInTheirPackage() {
        return noClasses()
                .that()
                .haveNameMatching(".*(Row|Mapper|Endpoint|Desk)")
                .and()
                .areTopLevelClasses()
                .should()
                .haveModifier(JavaModifier.PUBLIC)
                .because("a feature shows its facade and its words, nothing else");
    }

    static ArchRule namesSayWhatAThingIs() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|VO|DTO|Converter|Convert)")
                .orShould()
                .haveNameMatching(".*\\.(Base|Common)[A-Z][^.]*");
    }

    static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .callMethodWhere(target(name("now"))
                        .and(describe("without a clock", call -> call.getTarget().getRawParameterTypes().stream()
                                .noneMatch(type -> type.isEquivalentTo(Clock.class))))
                        .and(describe("of a day or an instant", call -> DAYS_AND_INSTANTS.stream()
                                .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type)))))
                .because("tests and the demo shop turn the clock");
    }

    static ArchRule nothingIsInjectedIntoFields() {
        return fields().should().notBeAnnotatedWith(Autowired.class);
    }

    static ArchRule noTransactionHoldsAPublisher() {
        return methods().that().areAnnotatedWith(Transactional.class).should(returnNoPublisher());
    }

    static ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("live in a package that is @NullMarked") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                var marked = one.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(one, marked, one.getPackageName() + " is not @NullMarked"));
            }
        });
    }

    private static ArchCondition<JavaMethod> returnNoPublisher() {
        return new ArchCondition<>("return no publisher") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                HasName returned = method.getRawReturnType();
                var publisher = returned.getName().startsWith("reactor.");
                events.add(new SimpleConditionEvent(method, !publisher, method.getFullName()));
            }
        };
    }
}
