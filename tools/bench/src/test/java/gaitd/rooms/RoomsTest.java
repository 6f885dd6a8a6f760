package gaitd.rooms;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.mode.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/** Who may know whom, and what the control path may not touch. */
class RoomsTest {
    @Test
    void seesTheClassesItJudges() {
        assertTrue(ProgramClasses.ALL.contain("gaitd.runtime.loop.ControlLoop"));
        assertTrue(ProgramClasses.ALL.contain("gaitd.hal.A1"));
        assertTrue(ProgramClasses.ALL.contain("gaitd.policies.cpg.HopfOscillators"));
        assertTrue(ProgramClasses.ALL.contain("gaitd.sim.engine.EmbeddedSimulator"));
    }

    /** From the ground up; what is not above may not know what is. */
    private static final List<String> ROOMS = List.of(
            "gaitd.mcap..",
            "gaitd.maths..",
            "gaitd.hal..",
            "gaitd.policies..",
            "gaitd.runtime..",
            "gaitd.sim..",
            "gaitd.robot..",
            "gaitd.lab..",
            "gaitd.bench..");

    @Test
    void arrowsPointDownOnly() {
        for (int i = 0; i < ROOMS.size() - 1; i++) {
            knowsNothingOf(ROOMS.get(i), ROOMS.subList(i + 1, ROOMS.size()).toArray(String[]::new));
        }
        knowsNothingOf("gaitd.policies..", "gaitd.hal..");
    }

    private static void knowsNothingOf(final String room, final String... above) {
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .check(ProgramClasses.ALL);
    }

    @Test
    void theControlPathTouchesNoLockLogCollectionFileOrWallClock() {
        controlPathRule().check(ProgramClasses.ALL);
    }

    private static ArchRule controlPathRule() {
        return noClasses()
                .that(ProgramClasses.CONTROL_PATH.and(describe("are not the loop's thread", RoomsTest::notThread)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "java.util.concurrent..",
                                "java.util.logging..",
                                "java.util.stream..",
                                "java.time..",
                                "java.io..",
                                "java.net..",
                                "java.nio.file..",
                                "java.text..",
                                "org.slf4j..")
                        .or(describe("are collections", RoomsTest::collection)));
    }

    @Test
    void theControlPathReadsNoClockButTheInjectedOne() {
        noClasses()
                .that(ProgramClasses.CONTROL_PATH)
                .should()
                .callMethodWhere(clockRead())
                .check(ProgramClasses.ALL);
    }

    /** What a clock set by an hour cannot change: times come from the monotonic clock everywhere. */
    @Test
    void nothingThatControlsARobotReadsTheWallClock() {
        noClasses()
                .that(resideInAnyPackage(
                        "gaitd.hal..",
                        "gaitd.policies.cpg..",
                        "gaitd.runtime..",
                        "gaitd.sim..",
                        "gaitd.robot.adapt..",
                        "gaitd.robot.control..",
                        "gaitd.robot.process.."))
                .should()
                .callMethodWhere(wallClockRead())
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.time..")
                        .or(describe("are dates", type -> type.isAssignableTo(java.util.Date.class))))
                .check(ProgramClasses.ALL);
    }

    @Test
    void onlySimulatedRobotsBeginInAModeOfTheirOwnersChoice() {
        noClasses()
                .that()
                .resideOutsideOfPackage("gaitd.sim..")
                .should()
                .callMethod(ControlStages.class, "begin", Mode.class)
                .check(ProgramClasses.ALL);
    }

    @Test
    void policiesKnowNoThread() {
        noClasses()
                .that(resideInAPackage("gaitd.policies.."))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(ProgramClasses.ALL);
    }

    /** A method may stay a call, and then a vector that it gives or takes is an object. */
    @Test
    void noVectorPassesBetweenMethods() {
        vectorRule().check(ProgramClasses.ALL);
    }

    private static ArchRule vectorRule() {
        final DescribedPredicate<JavaClass> vector = describe(
                "vectors",
                type -> type.getPackageName().equals("jdk.incubator.vector")
                        && type.getSimpleName().endsWith("Vector"));
        return noMethods()
                .should()
                .haveRawReturnType(vector)
                .orShould()
                .haveRawParameterTypes(
                        describe("a vector among them", types -> types.stream().anyMatch(vector)));
    }

    @Test
    void theRulesCatchOffenders() {
        final JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);
        assertThrows(
                AssertionError.class,
                () -> noClasses().should().callMethodWhere(clockRead()).check(offenders));
        assertThrows(
                AssertionError.class,
                () -> noClasses().should().callMethodWhere(wallClockRead()).check(offenders));
        assertThrows(AssertionError.class, () -> vectorRule().check(offenders));
        assertTrue(collection(
                offenders.get(Offender.class).getFields().iterator().next().getRawType()));
    }

    private static DescribedPredicate<JavaCall<?>> clockRead() {
        return describe(
                "reads a system clock",
                call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && (call.getName().equals("currentTimeMillis")
                                || call.getName().equals("nanoTime")));
    }

    private static DescribedPredicate<JavaCall<?>> wallClockRead() {
        return describe(
                "reads the wall clock",
                call -> call.getTargetOwner().isEquivalentTo(System.class)
                        && call.getName().equals("currentTimeMillis"));
    }

    private static boolean notThread(final JavaClass type) {
        return !type.getSimpleName().equals("LoopThread");
    }

    private static boolean collection(final JavaClass type) {
        return type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    }

    private static final class Offender {
        private final List<Long> times = new ArrayList<>();

        Offender() {
            times.add(System.nanoTime());
            times.add(System.currentTimeMillis());
            times.add((long) half(FloatVector.zero(FloatVector.SPECIES_128)).lane(0));
        }

        private static FloatVector half(final FloatVector whole) {
            return whole.mul(0.5f);
        }
    }
}
