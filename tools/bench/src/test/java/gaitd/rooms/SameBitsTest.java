package gaitd.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import gaitd.maths.Trig;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The same bits on every processor. Where the specification of a function of {@link Math} allows an error, every processor's
 * intrinsic may have another one, so the program calls {@link StrictMath}; sines and cosines come from {@link Trig}, since
 * StrictMath allocates for them.
 */
class SameBitsTest {
    /** Functions of Math whose value is specified to the last bit. The others have a twin in StrictMath. */
    private static final Set<String> EXACT = Set.of(
            "abs",
            "ceil",
            "clamp",
            "copySign",
            "floor",
            "fma",
            "getExponent",
            "IEEEremainder",
            "max",
            "min",
            "nextAfter",
            "nextDown",
            "nextUp",
            "rint",
            "round",
            "scalb",
            "signum",
            "sqrt",
            "toDegrees",
            "toRadians",
            "ulp");

    private static final Set<String> INEXACT = Arrays.stream(StrictMath.class.getMethods())
            .filter(method -> method.getReturnType() == double.class)
            .map(method -> method.getName())
            .filter(name -> !EXACT.contains(name) && !name.equals("random"))
            .collect(Collectors.toSet());

    private static final Set<String> ALLOCATE = Set.of("sin", "cos", "tan", "pow");

    @Test
    void inexactFunctionsAreTheOnesExpected() {
        assertEquals(
                "acos asin atan atan2 cbrt cos cosh exp expm1 hypot log log10 log1p pow sin sinh tan tanh",
                String.join(" ", new TreeSet<>(INEXACT)));
    }

    @Test
    void noInexactFunctionOfMathIsUsed() {
        assertEquals(Set.of(), users(ProgramClasses.ALL, SameBitsTest::isInexact));
    }

    @Test
    void theControlPathTakesSinesAndPowersFromMaths() {
        assertEquals(
                Set.of(),
                users(
                        ProgramClasses.ALL.that(ProgramClasses.CONTROL_PATH),
                        access -> !access.getOriginOwner().getPackageName().equals(Trig.class.getPackageName())
                                && isAllocating(access)));
    }

    @Test
    void theRulesCatchOffenders() {
        final JavaClasses offenders = new ClassFileImporter().importClasses(Offender.class);
        assertEquals(Set.of("calls exp", "refers tanh"), users(offenders, SameBitsTest::isInexact));
        assertEquals(Set.of("allocates sin"), users(offenders, SameBitsTest::isAllocating));
    }

    private static boolean isInexact(final JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Math.class) && INEXACT.contains(access.getName());
    }

    private static boolean isAllocating(final JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(StrictMath.class) && ALLOCATE.contains(access.getName());
    }

    /** Which method uses which function, called or referred to. */
    private static Set<String> users(final JavaClasses classes, final Predicate<JavaAccess<?>> wanted) {
        return classes.stream()
                .flatMap(type -> Stream.<JavaAccess<?>>concat(
                        type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream()))
                .filter(wanted)
                .map(access -> (access.getOriginOwner().isEquivalentTo(Offender.class)
                                ? access.getOrigin().getName()
                                : access.getOrigin().getFullName())
                        + " " + access.getName())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Breaks each rule; loaded by the test only. */
    static final class Offender {
        double calls(final double x) {
            return Math.exp(Math.sqrt(x));
        }

        DoubleUnaryOperator refers() {
            return Math::tanh;
        }

        double allocates(final double x) {
            return StrictMath.sin(x) + StrictMath.exp(x);
        }
    }
}
