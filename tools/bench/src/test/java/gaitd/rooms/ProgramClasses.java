package gaitd.rooms;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of the program that the rules are about, without tests. */
final class ProgramClasses {
    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("gaitd");

    /** Packages of the control path. */
    static final DescribedPredicate<JavaClass> CONTROL_PATH = resideInAnyPackage(
            "gaitd.maths..",
            "gaitd.hal.wire..",
            "gaitd.hal.leg..",
            "gaitd.hal.imu..",
            "gaitd.policies.cpg..",
            "gaitd.policies.kernel..",
            "gaitd.policies.solver..",
            "gaitd.policies.wiring..",
            "gaitd.policies.cell..",
            "gaitd.runtime.command..",
            "gaitd.runtime.fault..",
            "gaitd.runtime.frame..",
            "gaitd.runtime.estimate..",
            "gaitd.runtime.gait..",
            "gaitd.runtime.mode..",
            "gaitd.runtime.adapt..",
            "gaitd.runtime.policy",
            "gaitd.runtime.safety..",
            "gaitd.runtime.loop..");

    private ProgramClasses() {}
}
