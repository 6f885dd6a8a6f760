package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.BundleFiles;
import gaitd.policies.bundle.BundlePart;
import gaitd.policies.bundle.BundleStore;
import gaitd.policies.bundle.ImportedNetwork;
import gaitd.policies.bundle.SafetensorsWriter;
import gaitd.policies.bundle.Trust;
import gaitd.policies.cpg.Gait;
import gaitd.policies.learn.LearnerPart;
import gaitd.policies.learn.Net;
import gaitd.policies.learn.Nets;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.policy.fit.GaitSettings;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.sim.task.A1Task;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies that come with the program still walk. */
class TrainedPoliciesTest {
    private static final Path FOLDER = Path.of("../../policies/trained");
    private static final double WALK_S = 12;
    private static final double SPEED_MS = 0.3;
    private static final double LEGS_SPEED_MS = 0.5;
    private static final long SIZE_MAX = 1_000_000;

    static Stream<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            final List<Path> all = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
            assertTrue(all.size() >= 12, all + " in " + FOLDER);
            return all.stream();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("bundles")
    void walks(final Path file) throws IOException {
        final Config config = Config.defaults();
        final Bundle bundle =
                Bundle.open(BundleStore.read(file), Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS);
        final Config walk = GaitSettings.taken(config, bundle.manifest());
        final boolean legs = movesLegs(bundle);
        final double speedMS = legs ? LEGS_SPEED_MS : SPEED_MS;
        final RunPlan plan = new RunPlan(WALK_S, speedMS, 0, 0, Gait.TROT, false, List.of(PolicyFit.of(bundle, walk)));
        final double[] used = new double[2];
        final RunResult result = new LockstepRun(plan, walk, new World(Terrain.FLAT, 1, null))
                .run((frame, scenario, meter) -> {
                    if (scenario.phase() == Scenario.Phase.WALK) {
                        used[0] = frame.real(TickField.POLICY_SHARE, 0);
                        used[1] = Math.max(used[1], Math.abs(frame.real(TickField.POLICY_INPUT, 0)));
                    }
                });
        assertTrue(result.succeeded(), "fault " + result.meter().policyFault());
        assertEquals(1, used[0], 1e-9);
        assertEquals(!isBaseline(bundle) && !legs, used[1] > 0.001, "the policy adds " + used[1]);
        assertEquals(speedMS * WALK_S, result.meter().walk.distanceM(), 0.15 * speedMS * WALK_S, file.toString());
    }

    /** The walk of stage 3 gets over what no other does. */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "a1-stage3-baseline, gaps:0.1, 16, 4",
        "a1-stage3-baseline, slope:25, 16, 4",
        "a1-stage3-baseline, stairs:0.08, 10.5, 2.6",
        "a1-stage3-ep-ltc, slope:25, 16, 4",
        "a1-stage3-ep-ltc, stairs:0.1, 10.5, 2.6",
        "a1-stage3-imitated-ncp19, slope:25, 16, 4",
        "a1-stage3-imitated-ncp19, stairs:0.1, 10.5, 2.6"
    })
    void walksOverWhatItIsFor(final String name, final String ground, final double seconds, final double metres)
            throws IOException {
        final Config config = Config.defaults();
        final Bundle bundle = Bundle.open(
                BundleStore.read(FOLDER.resolve(name + ".zip")),
                Trust.ANYBODY,
                PolicyFit.robot(config),
                PolicyFit.CELLS);
        final Config walk = GaitSettings.taken(config, bundle.manifest());
        final RunPlan plan =
                new RunPlan(seconds, SPEED_MS, 0, 0, Gait.TROT, false, List.of(PolicyFit.of(bundle, walk)));
        final RunResult result = new LockstepRun(plan, walk, new World(Terrains.parse(ground, 1), 1, null))
                .run((frame, scenario, meter) -> {});
        assertTrue(result.succeeded(), name + " on " + ground);
        assertTrue(result.meter().walk.distanceM() > metres, name + " on " + ground);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isSmallAndTellsWhereItComesFrom(final Path file) throws IOException {
        assertTrue(Files.size(file) < SIZE_MAX, file + " has " + Files.size(file) + " bytes");
        final Config config = Config.defaults();
        final Bundle bundle =
                Bundle.open(BundleStore.read(file), Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS);
        assertEquals(bundle.manifest().name() + ".zip", file.getFileName().toString());
        final String command = bundle.manifest().provenance().command();
        final String maker =
                isBaseline(bundle) ? "policy baseline a1-stage" : isImitated(bundle) ? "imitate a1-" : "train a1-";
        assertTrue(command.startsWith(maker), command);
        assertTrue(bundle.manifest().provenance().seed() > 0);
    }

    /** Adapting goes on from it: the weights are those of the networks that it names, in the task that it names. */
    @ParameterizedTest
    @ValueSource(strings = {"a1-stage1-ep-ltc", "a1-stage1-bptt-ltc"})
    void carriesWhatLearningGoesOnFrom(final String name) throws IOException {
        final BundleFiles files = BundleStore.read(FOLDER.resolve(name + ".zip"));
        final Bundle bundle = Bundle.open(files, Trust.ANYBODY, null, PolicyFit.CELLS);
        final int inputs = bundle.manifest().cell().inputs();
        final int outputs = bundle.manifest().cell().outputs();
        final LearnerPart part = LearnerPart.read(files.copy(BundlePart.LEARNER), inputs, outputs);
        final Net net = Nets.of(part.actorPlan(), inputs, outputs);
        final ImportedNetwork again = net.export(net.parameters(bundle.tensors()));
        assertEquals(bundle.manifest().cell(), again.facts());
        assertArrayEquals(files.copy(BundlePart.WEIGHTS), SafetensorsWriter.write(again.tensors()));
        assertTrue(name.startsWith(part.task()), part.task());
        assertEquals(A1Task.of(part.task()).text(), part.taskText());
        assertTrue(part.command().startsWith("policy critic " + name), part.command());
    }

    private static boolean movesLegs(final Bundle bundle) {
        return bundle.manifest().actions().getFirst().signal() == ActedSignal.JOINT_TARGET;
    }

    private static boolean isImitated(final Bundle bundle) {
        return bundle.manifest().name().contains("-imitated-");
    }

    private static boolean isBaseline(final Bundle bundle) {
        return bundle.manifest().name().endsWith("-baseline");
    }
}
