package gaitd.rooms;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import gaitd.rooms.cycle.There;
import gaitd.rooms.cycle.back.Back;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No package of a module depends on itself through other packages. */
class PackageCyclesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "gaitd.hal",
                "gaitd.policies",
                "gaitd.runtime",
                "gaitd.sim",
                "gaitd.robot",
                "gaitd.lab",
                "gaitd.bench"
            })
    void noModuleHasACycleOfPackages(final String module) {
        final JavaClasses classes = ProgramClasses.ALL.that(resideInAPackage(module + ".."));
        assertFalse(classes.isEmpty(), module);
        noCycle().check(classes);
    }

    @Test
    void theRuleCatchesACycle() {
        final JavaClasses cycle = new ClassFileImporter().importClasses(There.class, Back.class);
        assertThrows(AssertionError.class, () -> noCycle().check(cycle));
    }

    private static ArchRule noCycle() {
        return slices().assignedFrom(new Packages()).should().beFreeOfCycles();
    }

    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(final JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
