package gaitd.robot.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty simulated robots, a Mosquitto broker, a better policy for all, and a worse one at 10 %. */
@Tag("slow")
class FleetDemoTest {
    private static final int ROBOTS = 20;

    @TempDir
    private Path folder;

    @Test
    void aWorsePolicyIsHaltedAtItsStageAndEveryRobotHasTheOneBefore() throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/sbin/mosquitto")),
                "no mosquitto on this machine: apt install mosquitto");
        final BundleFiles trained = BundleStore.read(Path.of("../../policies/trained/a1-stage1-ep-ltc.zip"));
        final DemoPolicies policies = new DemoPolicies(trained);
        final List<String> said = Collections.synchronizedList(new ArrayList<>());
        try (DemoFleet fleet = new DemoFleet(folder, ROBOTS, 2, policies.off(0.25), said::add)) {
            final Publisher good = fleet.publish("trained", trained, 0.1, 300);
            final Publisher bad = fleet.publish("spoilt", policies.off(-0.2), 0.1, 300);
            fleet.stop();
            assertEquals(List.of(), DemoCheck.problems(fleet, good, bad), () -> String.join("\n", said));
            assertEquals(2, bad.wanted().robots().size());
            assertEquals(
                    2,
                    said.stream()
                            .filter(line -> line.contains("version 2 is tried"))
                            .count(),
                    "nobody but the stage tries it");
        }
    }
}
