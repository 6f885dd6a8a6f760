package gaitd.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import gaitd.robot.Main;
import gaitd.robot.control.ControlMain;
import org.junit.jupiter.api.Test;

/** What the process that ticks can load, by way of all that its main class depends on. */
class ControlReachTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("gaitd");

    @Test
    void controlReachesNoSimulatorNoLabAndNoBenchmark() {
        reachesOnlyTheRobot(ControlMain.class).check(ALL);
    }

    @Test
    void theRuleCatchesTheProgramWithAllItsCommands() {
        assertThrows(AssertionError.class, () -> reachesOnlyTheRobot(Main.class).check(ALL));
    }

    private static ArchRule reachesOnlyTheRobot(final Class<?> main) {
        return noClasses()
                .that()
                .belongToAnyOf(main)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("gaitd.sim..", "gaitd.lab..", "gaitd.bench..");
    }
}
