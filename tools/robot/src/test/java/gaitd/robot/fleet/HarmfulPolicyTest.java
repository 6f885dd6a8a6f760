package gaitd.robot.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.BundleZip;
import gaitd.policies.bundle.Signatures;
import gaitd.policies.learn.LearnedWeights;
import gaitd.robot.adapt.AdaptPlan;
import gaitd.robot.adapt.AdaptRoad;
import gaitd.robot.adapt.AdaptRun;
import gaitd.robot.cli.Inputs;
import gaitd.robot.policy.PolicyFiles;
import gaitd.robot.publication.Publication;
import gaitd.robot.publication.PublicationFolder;
import gaitd.robot.publication.PublicationSource;
import gaitd.robot.publication.SignedPublication;
import gaitd.robot.trial.TrialRobot;
import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.sim.Engine;
import gaitd.sim.cases.FieldCase;
import gaitd.sim.task.A1Task;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A published policy that means harm, tried by a robot that walks: taken off at once, and the robot walks on. */
@Tag("slow")
class HarmfulPolicyTest {
    private static final Path POLICY = Path.of("../../policies/trained/a1-stage1-ep-ltc.zip");
    private static final KeyPair KEYS = Signatures.newKeys();
    private static final double WINDOW_S = 1.5;
    private static final double WALK_S = 12;

    @TempDir
    private Path folder;

    @Test
    void itIsRolledBackAndTheOldOneDrives() throws Exception {
        final BundleFiles files = BundleStore.read(POLICY);
        final byte[] zip = BundleZip.encode(new DemoPolicies(files).off(8));
        final PublicationFolder kept = new PublicationFolder(folder.resolve("published"));
        final Publication publication =
                Publication.of("00000000000000aa", "yard", 1, 1L << 52, List.of(), "harmful", zip);
        kept.keep(SignedPublication.seal(publication, KEYS.getPrivate()));
        kept.keepBundle(zip);
        final Config config = Inputs.config((Path) null)
                .set(ChoiceSetting.ADAPT_USE, AdaptUse.ON, "test")
                .set(Setting.ADAPT_WINDOW_S, WINDOW_S, "test")
                .conclude();
        final PolicyFiles.Walk walk = PolicyFiles.walk(List.of(POLICY), null, config);
        final AdaptPlan plan = new AdaptPlan(
                AdaptRoad.PUBLISHED,
                2,
                1,
                1,
                8,
                1,
                WINDOW_S,
                walk.config().get(Setting.ADAPT_BOX),
                0,
                null,
                LearnedWeights.ALL,
                1,
                new PublicationSource(folder.resolve("published"), KEYS.getPublic()));
        final List<String> notes = new ArrayList<>();
        final Path store = folder.resolve("store");
        final RobotVersions versions = new RobotVersions(store);
        try (TrialRobot robot = new TrialRobot(walk, FieldCase.NOMINAL, Engine.EMBEDDED, 1, A1Task.of("a1-stage1"));
                AdaptRun learner = new AdaptRun(plan, files, walk.config(), store, robot.link(), notes::add)) {
            double leanDeg = 0;
            for (double s = 0; s < WALK_S; s += robot.periodS()) {
                robot.tick();
                learner.take(robot.frame());
                leanDeg = Math.max(leanDeg, robot.tiltDeg());
                assertFalse(robot.hasFallen() || robot.isStopped(), notes::toString);
            }
            versions.read(publication.cause());
            assertEquals(FleetState.ROLLED_BACK, versions.state(publication.cause(), false), notes::toString);
            assertEquals(0, robot.frame().get(TickField.ADAPT_VERSION), "the policy as shipped drives");
            assertTrue(leanDeg < 30, "leaned by " + leanDeg + " deg");
        }
    }
}
