package gaitd.rooms;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Methods and constructors that a method can call, directly or not. A call counts for every override of its target. */
final class Reach {
    private final Predicate<JavaClass> within;
    private final Set<JavaCodeUnit> found = new LinkedHashSet<>();
    private final Deque<JavaCodeUnit> open = new ArrayDeque<>();

    private Reach(final Predicate<JavaClass> within) {
        this.within = within;
    }

    /** Those that a method reaches through classes that pass a test, itself included. */
    static Set<JavaCodeUnit> of(final JavaMethod start, final Predicate<JavaClass> within) {
        final Reach reach = new Reach(within);
        reach.add(start);
        while (!reach.open.isEmpty()) {
            targets(reach.open.pop()).forEach(reach::call);
        }
        return reach.found;
    }

    private static Stream<JavaCodeUnit> targets(final JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getCallsFromSelf().stream().map(call -> call.getTarget()),
                        unit.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget()))
                .map(CodeUnitAccessTarget::resolveMember)
                .flatMap(target -> target.stream());
    }

    private void call(final JavaCodeUnit unit) {
        add(unit);
        if (unit instanceof final JavaMethod method) {
            final String[] parameters = method.getRawParameterTypes().stream()
                    .map(JavaClass::getName)
                    .toArray(String[]::new);
            for (final JavaClass type : method.getOwner().getAllSubclasses()) {
                type.tryGetMethod(method.getName(), parameters).ifPresent(this::add);
            }
        }
    }

    private void add(final JavaCodeUnit unit) {
        if (within.test(unit.getOwner()) && found.add(unit)) {
            open.push(unit);
        }
    }
}
