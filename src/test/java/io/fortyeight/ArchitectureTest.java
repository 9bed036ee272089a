package io.fortyeight;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.fortyeight.contest.directory.CertifiedResults;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.contest.directory.Visibility;
import io.fortyeight.ledger.read.LedgerReader;
import io.fortyeight.ledger.read.TallyReader;
import io.fortyeight.ledger.replay.RecountReader;
import io.fortyeight.ledger.writer.UnrecordedPings;
import io.fortyeight.standings.VisibleCounts;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;

/** The walls of the house, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "io.fortyeight", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.fortyeight";
    private static final String COUNTING = ROOT + ".core.counting..";
    private static final String TALLY = ROOT + ".core.tally..";
    private static final String CREDIT = ROOT + ".core.credit..";

    /** From the bottom up: none knows those after it. */
    private static final List<String> DOORS = List.of(
            "core", "web", "account", "contest", "ledger", "ingest", "standings", "notify", "close", "site", "demo");

    private static final Set<String> READS_THE_SYSTEM_CLOCK = Set.of("currentTimeMillis", "nanoTime");

    @ArchTest
    static final ArchRule countingTallyAndCredit_useOnlyJava = classes()
            .that()
            .resideInAnyPackage(COUNTING, TALLY, CREDIT)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", COUNTING, TALLY, CREDIT, "org.jspecify.annotations");

    @ArchTest
    static final ArchRule countingTallyAndCredit_getTimeAsData = noClasses()
            .that()
            .resideInAnyPackage(COUNTING, TALLY, CREDIT)
            .should()
            .dependOnClassesThat(describe(
                    "tell the time",
                    type -> type.isAssignableTo(InstantSource.class)
                            || type.isAssignableTo(Clock.class)
                            || type.isEquivalentTo(Date.class)))
            .orShould()
            .accessTargetWhere(describe(
                    "the time is read", access -> readsNow(access) || readsSystem(access, READS_THE_SYSTEM_CLOCK)));

    @ArchTest
    static final ArchRule countingTallyAndCredit_leaveNothingToChance = noClasses()
            .that()
            .resideInAnyPackage(COUNTING, TALLY, CREDIT)
            .should()
            .dependOnClassesThat(describe(
                    "are sources of chance",
                    type -> type.isAssignableTo(RandomGenerator.class)
                            || type.isAssignableTo(Random.class)
                            || type.isEquivalentTo(SplittableRandom.class)))
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    /** System.nanoTime() measures how long something takes and is free to use. */
    @ArchTest
    static final ArchRule theTime_comesFromClocks = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Clocks.class.getName())
            .should()
            .accessTargetWhere(describe(
                    "the system's time is read",
                    access -> readsNow(access)
                            || makesSystemClock(access)
                            || makesDateOfNow(access)
                            || readsSystem(access, Set.of("currentTimeMillis"))));

    @ArchTest
    static final ArchRule doors_dependDownwardsOnly = DOORS.stream()
            .limit(DOORS.size() - 1L)
            .map(ArchitectureTest::knowsNothingAbove)
            .reduce((lower, upper) -> CompositeArchRule.of(lower).and(upper))
            .orElseThrow();

    @ArchTest
    static final ArchRule everyClass_isBehindADoor = classes()
            .should()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(ROOT, packageOf("postgres")),
                            DOORS.stream().map(ArchitectureTest::packageOf))
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule doors_dontKnowTheStart = noClasses()
            .that()
            .resideInAnyPackage(DOORS.stream().map(ArchitectureTest::packageOf).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, packageOf("postgres"));

    @ArchTest
    static final ArchRule rooms_formNoCycles =
            SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule entities_stayInTheirPackage =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule fields_areNotInjectedInto = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .orShould()
            .beAnnotatedWith(PersistenceContext.class)
            .orShould()
            .beAnnotatedWith(PersistenceUnit.class)
            .orShould()
            .beAnnotatedWith(Context.class);

    @ArchTest
    static final ArchRule whatHasAPath_isAResourceOrPage = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .haveSimpleNameEndingWith("Resource")
            .orShould()
            .haveSimpleNameEndingWith("Page");

    /**
     * contest.Visibility decides what may be seen, and VisibleCounts and VisibleShares read no more than that: a surface can't
     * forget it. A rehearsal's counts are made up.
     */
    @ArchTest
    static final ArchRule surfaces_seeWhatIsVisibleOnly = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(VisibleCounts.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".standings.shares.VisibleShares")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".standings.shares.ShareSums")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".standings.shares.LinkVisits")
            .and(describe(
                    "are not at work on the count itself",
                    type -> type.isAnnotatedWith(Path.class)
                            || !(type.getPackageName().startsWith(ROOT + ".ledger.")
                                    || Set.of(ROOT + ".close", ROOT + ".close.rehearsal")
                                            .contains(type.getPackageName()))))
            .should()
            .accessTargetWhere(describe("counts are read", ArchitectureTest::readsCounts));

    /** The one writer, bulk imports and recounts keep JDBC: they have connections of their own, or copy. */
    @ArchTest
    static final ArchRule sql_runsThroughDatabase = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".web.data", ROOT + ".ledger.store", ROOT + ".ledger.writer")
            .and()
            .doNotHaveFullyQualifiedName(RecountReader.class.getName())
            .and()
            .haveNameNotMatching(ROOT + "\\.ingest\\.imports\\.(Imports|ImportJudge)")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql", "javax.sql")
            .orShould()
            .callMethodWhere(describe(
                    "SQL is run by the entity manager",
                    call -> call.getTarget().getName().equals("createNativeQuery")));

    /** What Java code may not read of the counts, see above, SQL may not read either. */
    @ArchTest
    static final ArchRule sqlThatReadsCounts_isBehindTheSameWall = classes()
            .that()
            .resideOutsideOfPackage(ROOT + ".ledger..")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".standings.shares.ShareSums")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".standings.shares.LinkVisits")
            .and()
            .doNotHaveFullyQualifiedName(CertifiedResults.class.getName())
            .should(SqlStrings.readNoCounts());

    /** It may name counts. Closes only tells whether there is a mismatch; a rehearsal's counts are made up. */
    @ArchTest
    static final ArchRule heldReason_isToldByVisibilityOnly = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Visibility.class.getName())
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".close.operations.Closes")
            .and()
            .resideOutsideOfPackage(ROOT + ".close.rehearsal")
            .should()
            .callMethod(ContestDetails.class, "heldReason");

    @ArchTest
    static final ArchRule packages_areNullMarked = classes()
            .should()
            .resideInAPackage(ROOT + "..")
            .andShould(
                    ArchConditions.be(describe("in a package marked @NullMarked", (JavaClass type) -> type.getPackage()
                            .isAnnotatedWith(NullMarked.class))));

    @ArchTest
    static final ArchRule nothing_isPrinted = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule nothing_logsThroughJavaUtilLogging =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging");

    @ArchTest
    static final ArchRule nothing_sleeps = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "a thread sleeps",
                    access -> access.getName().equals("sleep")
                            && (access.getTargetOwner().isEquivalentTo(Thread.class)
                                    || access.getTargetOwner().isEquivalentTo(TimeUnit.class))));

    private static boolean readsCounts(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        return owner.isEquivalentTo(TallyReader.class)
                || owner.isEquivalentTo(LedgerReader.class)
                || owner.getName().equals(ROOT + ".standings.shares.ShareSums")
                || owner.getName().equals(ROOT + ".standings.shares.LinkVisits")
                || (owner.isEquivalentTo(CertifiedResults.class)
                        && access.getName().equals("find"))
                || (owner.isEquivalentTo(UnrecordedPings.class)
                        && !Set.of("add", "write").contains(access.getName()));
    }

    private static ArchRule knowsNothingAbove(String door) {
        var above = DOORS.subList(DOORS.indexOf(door) + 1, DOORS.size());
        return noClasses()
                .that()
                .resideInAPackage(packageOf(door))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        above.stream().map(ArchitectureTest::packageOf).toArray(String[]::new));
    }

    private static String packageOf(String door) {
        return ROOT + "." + door + "..";
    }

    /** {@code now()} of any type of {@code java.time}; the one that takes a clock as its argument is fine. */
    private static boolean readsNow(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getName().equals("now")
                && !access.getTarget().getFullName().contains(Clock.class.getName());
    }

    private static boolean makesSystemClock(JavaAccess<?> access) {
        var name = access.getName();
        return (access.getTargetOwner().isEquivalentTo(Clock.class) && (name.startsWith("system") || isTick(name)))
                || (access.getTargetOwner().isEquivalentTo(InstantSource.class) && name.equals("system"));
    }

    private static boolean isTick(String name) {
        return name.equals("tickMillis") || name.equals("tickSeconds") || name.equals("tickMinutes");
    }

    private static boolean makesDateOfNow(JavaAccess<?> access) {
        return access.getTarget().getFullName().equals(Date.class.getName() + ".<init>()");
    }

    private static boolean readsSystem(JavaAccess<?> access, Set<String> methods) {
        return access.getTargetOwner().isEquivalentTo(System.class) && methods.contains(access.getName());
    }
}
