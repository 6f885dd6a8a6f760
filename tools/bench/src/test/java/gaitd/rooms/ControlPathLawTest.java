package gaitd.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.TickTiming;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Laws that only instructions show: the control path takes no monitor, and no method that a tick can call makes a string. */
class ControlPathLawTest {
    private static final Set<String> MODULES = Set.of("maths", "hal", "policies", "runtime");
    private static final Set<String> STRING_CLASSES =
            Set.of("java.lang.String", "java.lang.StringBuilder", "java.lang.StringBuffer");

    private static final Set<JavaCodeUnit> TICK = Reach.of(
            ProgramClasses.ALL.get(ControlLoop.class).getMethod("tick", TickTiming.class),
            type -> MODULES.contains(type.getPackageName().split("\\.", -1)[1]));

    @Test
    void aTickReachesEveryStage() {
        final Set<String> classes =
                TICK.stream().map(unit -> unit.getOwner().getSimpleName()).collect(Collectors.toSet());
        final Set<String> stages = Set.of(
                "UdpRobotPort",
                "LowStateCodec",
                "BodyEstimator",
                "OperatorGate",
                "CommandRing",
                "WalkingPolicy",
                "AdaptiveCell",
                "PolicySlot",
                "ConductanceCell",
                "VectorKernels",
                "ModeMachine",
                "HopfOscillators",
                "LegKinematics",
                "StateGuard",
                "LowCmdCodec",
                "FrameRing");
        assertTrue(classes.containsAll(stages), () -> "a tick reaches only " + classes);
    }

    @Test
    void theControlPathTakesNoMonitor() {
        assertEquals(Set.of(), monitors(ProgramClasses.ALL.that(ProgramClasses.CONTROL_PATH)));
    }

    @Test
    void nothingThatATickCanCallTakesAMonitor() {
        assertEquals(
                Set.of(), named(TICK, unit -> Bytecode.monitors(unit.getOwner()).contains(unit.getName())));
    }

    @Test
    void nothingThatATickCanCallMakesAString() {
        assertEquals(Set.of(), named(TICK, ControlPathLawTest::makesString));
    }

    @Test
    void theLawsCatchOffenders() {
        final JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);
        assertEquals(Set.of("block", "method"), Bytecode.monitors(offenders.get(Offender.class)));
        final Set<JavaCodeUnit> reached =
                Reach.of(offenders.get(Offender.class).getMethod("block"), type -> type.isEquivalentTo(Offender.class));
        assertEquals(
                Set.of("joins", "formats", "joinsLater"),
                reached.stream()
                        .filter(ControlPathLawTest::makesString)
                        .map(JavaCodeUnit::getName)
                        .collect(Collectors.toSet()));
    }

    private static Set<String> monitors(final Iterable<JavaClass> classes) {
        return StreamSupport.stream(classes.spliterator(), false)
                .flatMap(type -> Bytecode.monitors(type).stream().map(method -> type.getName() + "." + method))
                .collect(Collectors.toSet());
    }

    private static Set<String> named(final Set<JavaCodeUnit> units, final Predicate<JavaCodeUnit> wanted) {
        return units.stream()
                .filter(wanted)
                .map(JavaCodeUnit::getFullName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean makesString(final JavaCodeUnit unit) {
        return Bytecode.concatenations(unit.getOwner()).contains(unit.getName())
                || unit.getCallsFromSelf().stream().anyMatch(ControlPathLawTest::givesString);
    }

    private static boolean givesString(final JavaCall<?> call) {
        return STRING_CLASSES.contains(call.getTargetOwner().getName())
                || STRING_CLASSES.contains(call.getTarget().getRawReturnType().getName());
    }

    /** Breaks each law once; loaded by the test only. */
    static final class Offender {
        private String text = "";
        private Runnable later = () -> {};

        void block() {
            synchronized (this) {
                joins(1);
            }
            method();
        }

        synchronized void method() {
            formats(2);
            joinsLater(3);
            later.run();
        }

        private void joins(final int value) {
            text = "value " + value;
        }

        private void formats(final int value) {
            text = text.isEmpty() ? Integer.toString(value) : text;
        }

        private void joinsLater(final int value) {
            later = () -> joins(text.length() + value);
        }
    }
}
