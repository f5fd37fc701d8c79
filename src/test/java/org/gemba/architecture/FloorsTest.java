package org.gemba.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The dependency rules of the house. Each has its reason in its `because`, which the failure prints.
class FloorsTest {
    private static final String ROOT = "org.gemba";

    /// The capabilities, and which others each may know; every other tie goes by events.
    private static final Map<String, Set<String>> FEATURES = Map.of(
            "access", Set.of(),
            "erp", Set.of("access"),
            "mto", Set.of("access", "erp"),
            "tracking", Set.of("access", "erp"),
            "kpi", Set.of("access", "erp"),
            "inventory", Set.of("access"),
            "planning", Set.of("access", "erp", "inventory", "kpi"),
            "assistant", Set.of("access", "mto", "kpi", "inventory", "planning"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void platformKnowsNothingOfOurs() {
        check(noClasses()
                .that(in("platform"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.gemba..").and(DescribedPredicate.not(in("platform"))))
                .because("everything stands on it"));
    }

    @Test
    void theToolkitsKnowOnlyThePlatformAndTheCaller() {
        check(noClasses()
                .that(in("web").or(in("fx")))
                .should()
                .dependOnClassesThat(ours().and(outside("web", "fx", "platform", "access")))
                .because("a toolkit that knows a feature serves only that feature"));
        check(noClasses()
                .that(in("web"))
                .should()
                .dependOnClassesThat(in("fx"))
                .because("the server runs without a desktop"));
        check(noClasses()
                .that(in("fx"))
                .should()
                .dependOnClassesThat(in("web"))
                .because("the desktop calls services, never its own HTTP"));
    }

    @Test
    void theShellKnowsNoFeature() {
        check(noClasses()
                .that(in("shell"))
                .should()
                .dependOnClassesThat(ours().and(outside("shell", "fx", "platform", "access")))
                .because("features contribute to the window, which shows what comes"));
    }

    @Test
    void nobodyKnowsTheCompositionRoot() {
        check(noClasses()
                .that(outside("app"))
                .should()
                .dependOnClassesThat(in("app"))
                .because("it builds everything, so nothing may need it"));
    }

    @TestFactory
    Stream<DynamicTest> featuresKnowOnlyTheirListedNeighbours() {
        return FEATURES.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    var strangers = FEATURES.keySet().stream()
                            .filter(other ->
                                    !other.equals(name) && !FEATURES.get(name).contains(other))
                            .map(other -> ROOT + "." + other + "..")
                            .toArray(String[]::new);
                    check(noClasses()
                            .that(in(name))
                            .should()
                            .dependOnClassesThat(resideInAnyPackage(strangers))
                            .because("features meet by events, except along the edges that the design lists"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> nobodyOutsideTouchesTheRoomsOfAFeature() {
        return FEATURES.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> check(noClasses()
                                .that(outside(name, "app"))
                                .should()
                                .dependOnClassesThat(resideInAPackage(ROOT + "." + name + ".*.."))
                                .because("a feature's root package is its only door"))));
    }

    @Test
    void webOnlyInHttpRoomsAndFxOnlyInUiRooms() {
        check(noClasses()
                .that(features()
                        .and(wiring().negate())
                        .and(resideInAPackage("..http..").negate()))
                .should()
                .dependOnClassesThat(in("web"))
                .because("services do not know how they are reached"));
        check(noClasses()
                .that(features()
                        .and(wiring().negate())
                        .and(resideInAPackage("..ui..").negate()))
                .should()
                .dependOnClassesThat(in("fx"))
                .because("services do not know how they are shown"));
    }

    @Test
    void eachTechnologyStaysInItsRooms() {
        check(noClasses()
                .that(outside("fx", "shell").and(resideInAPackage("..ui..").negate()))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javafx..", "org.controlsfx..", "eu.hansolo..", "atlantafx..", "org.kordamp.."))
                .because("everything else runs without a display"));
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .because("view models are tested without a toolkit"));
        check(noClasses()
                .that(outside("web").and(resideInAPackage("..http..").negate()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.javalin..")
                .because("the server's library is the toolkit's business"));
        check(noClasses()
                .that(resideInAnyPackage(
                                "..data..",
                                "org.gemba.platform.db..",
                                "org.gemba.platform.tasks..",
                                "org.gemba.platform.audit..",
                                "org.gemba.assistant.sql..")
                        .or(wiring())
                        .negate())
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jdbi..")
                        .and(DescribedPredicate.not(resideInAPackage("org.jdbi.v3.core.mapper.reflect"))))
                .because("SQL is found in one kind of room"));
        check(noClasses()
                .that(resideInAnyPackage(
                                "org.gemba.platform.http..",
                                "org.gemba.erp.k3cloud..",
                                "org.gemba.platform.llm..",
                                "org.gemba.tracking.wechat..",
                                "org.gemba.planning.*..",
                                "org.gemba.inventory.*..")
                        .negate())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("okhttp3..")
                .because("outbound calls share time-outs, retries and redaction"));
    }

    @Test
    void algorithmsArePure() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..calc..", "..forecast..", "..optimise..", "..schedule..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.sql..", "org.jdbi..", "okhttp3..", "io.javalin..", "javafx..")
                        .or(DescribedPredicate.describe("clock", type -> type.isEquivalentTo(java.time.Clock.class)))
                        .or(in("web"))
                        .or(in("fx")))
                .because("the same input gives the same figures, in a test as in the factory"));
    }

    @Test
    void threadsAndTheFxThreadHaveOneDoorEach() {
        check(noClasses()
                .that(resideInAPackage("org.gemba.fx.task..").negate())
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .because("background work comes back to the screen by one way"));
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.gemba.platform.Threads")
                .should(makeThreads())
                .because("threads are named, bounded and stopped in one place"));
        check(noClasses()
                .should(call("java.lang.Thread", "sleep"))
                .because("waiting is for a condition, with a limit"));
    }

    @Test
    void timeComesFromAClock() {
        check(noClasses().should(callNow()).because("a test must be able to say what time it is"));
    }

    @Test
    void nothingIsKeptInStatics() {
        check(fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .because("two programs must be able to live in one process, as they do in tests"));
        check(noMethods().should().haveName("getInstance").because("things are handed over, not fetched"));
        check(noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)$")
                .because("such a name says nothing"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that(outside("app")
                        .and(DescribedPredicate.describe(
                                "not the start class",
                                type -> !type.getFullName().equals("org.gemba.Main"))))
                .should()
                .accessField("java.lang.System", "out")
                .because("everything else logs"));
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIsFor() {
        check(classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith("org.jspecify.annotations.NullMarked"));
        var unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.getName().equals(ROOT))
                .filter(room -> room.getClasses().stream()
                        .noneMatch(type -> type.getSimpleName().equals("package-info")))
                .map(room -> room.getName())
                .toList();
        org.assertj.core.api.Assertions.assertThat(unmarked)
                .as("packages without package-info")
                .isEmpty();
    }

    @Test
    void everyRoomWithScreensBringsThemToTheWindow() {
        check(classes()
                .that(features().and(resideInAPackage("..ui..")))
                .and()
                .haveSimpleNameEndingWith("Screens")
                .should()
                .onlyHaveDependentClassesThat(wiring().or(resideInAPackage("..ui..")))
                .andShould(beUsedByWiring())
                .because("a screen that the feature does not hand out is never seen"));
    }

    @Test
    void featuresHaveNoCycles() {
        check(slices().matching("org.gemba.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage("org.gemba.access.http.."), in("web"))
                .ignoreDependency(resideInAPackage("org.gemba.access"), in("web"))
                .ignoreDependency(resideInAPackage("org.gemba.access"), in("fx"))
                .because("what cannot be taken apart cannot be understood apart"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> in(String room) {
        return resideInAPackage(ROOT + "." + room + "..");
    }

    private static DescribedPredicate<JavaClass> outside(String... rooms) {
        return DescribedPredicate.not(resideInAnyPackage(
                        Stream.of(rooms).map(room -> ROOT + "." + room + "..").toArray(String[]::new)))
                .as("outside %s", List.of(rooms));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return resideInAPackage("org.gemba..");
    }

    private static DescribedPredicate<JavaClass> features() {
        return resideInAnyPackage(
                FEATURES.keySet().stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new));
    }

    /// `XxxFeature`: builds a feature's rooms and hands them out, so it sees them all.
    private static DescribedPredicate<JavaClass> wiring() {
        return DescribedPredicate.describe(
                "wiring", type -> type.getFullName().replaceAll("\\$.*", "").endsWith("Feature"));
    }

    private static ArchCondition<JavaClass> beUsedByWiring() {
        return new ArchCondition<>("be used by the feature's wiring") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean used = type.getDirectDependenciesToSelf().stream()
                        .anyMatch(use -> wiring().test(use.getOriginClass()));
                if (!used) events.add(SimpleConditionEvent.violated(type, type.getName() + " is handed out by nobody"));
            }
        };
    }

    private static ArchCondition<JavaClass> makeThreads() {
        return callWhere("make threads", (owner, method) -> switch (owner) {
            case "java.lang.Thread" -> method.equals("<init>") || method.startsWith("of") || method.startsWith("start");
            case "java.util.concurrent.Executors" -> true;
            case "java.util.Timer", "java.util.concurrent.ThreadPoolExecutor" -> method.equals("<init>");
            default -> false;
        });
    }

    private static ArchCondition<JavaClass> call(String owner, String method) {
        return callWhere("call " + owner + "." + method, (type, name) -> type.equals(owner) && name.equals(method));
    }

    private static ArchCondition<JavaClass> callNow() {
        var types =
                Set.of("Instant", "LocalDate", "LocalDateTime", "LocalTime", "ZonedDateTime", "OffsetDateTime", "Year");
        return new ArchCondition<>("ask the machine for the time") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("now")
                                && types.contains(call.getTargetOwner().getSimpleName())
                                && call.getTarget().getRawParameterTypes().isEmpty())
                        .forEach(call -> events.add(SimpleConditionEvent.satisfied(call, call.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> callWhere(
            String what, java.util.function.BiPredicate<String, String> match) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getCodeUnitAccessesFromSelf().stream()
                        .filter(access -> match.test(access.getTargetOwner().getFullName(), access.getName()))
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }
}
