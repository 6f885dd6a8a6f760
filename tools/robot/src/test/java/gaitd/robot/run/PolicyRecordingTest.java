package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.policies.bundle.Bundle;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.bundle.Trust;
import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.scenario.Scenario;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.policy.ActionSlew;
import gaitd.runtime.policy.fit.PolicyFit;
import gaitd.runtime.policy.fit.UntrainedPolicy;
import gaitd.sim.terrain.Terrain;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class PolicyRecordingTest {
    private static final double WALK_S = 3;
    private static final int UNITS = 8;
    /** From the manifest of {@link UntrainedPolicy}: angles a unit of output, their bound, and where a pair of commands lies. */
    private static final double SCALE_RAD = 0.02;

    private static final double BOUND_RAD = 0.1;
    private static final int COMMAND_INPUT = 33;

    private final Config config = Config.defaults();
    private final Bundle bundle = Bundle.open(
            UntrainedPolicy.bundle(UNITS, 1, config), Trust.ANYBODY, PolicyFit.robot(config), PolicyFit.CELLS);
    private final PolicyFit fit = PolicyFit.of(bundle, config);

    private RunResult run(final PolicyFit policy, final RunMonitor monitor) {
        return new LockstepRun(
                        new RunPlan(WALK_S, 0.3, 0, 0, Gait.TROT, false, List.of(policy)),
                        config,
                        new World(Terrain.FLAT, 1, null))
                .run(monitor);
    }

    @Test
    void holdsEveryStepAndChangesNothing() {
        final PolicyRecording recording = new PolicyRecording();
        final long[] steps = {0};
        final RunResult recorded = run(fit.with(recording), (frame, scenario, meter) -> {
            if (frame.get(TickField.POLICY_STEP_NS) >= 0) {
                steps[0]++;
            }
        });
        assertTrue(steps[0] >= 300, "steps " + steps[0]);
        assertEquals(steps[0], recording.steps());
        assertEquals(
                run(fit, RunMonitor.NONE).meter().digest.hex(),
                recorded.meter().digest.hex());
        assertEquals(0.3, recording.inputs()[250][COMMAND_INPUT], 1e-6);
    }

    @Test
    void theNetworkGivesTheSameOverTheRecordedInputs() {
        final PolicyRecording recording = new PolicyRecording();
        run(fit.with(recording), RunMonitor.NONE);
        final PolicyCell cell = PolicyFit.CELLS.create(bundle.manifest().cell(), bundle.tensors());
        final float[] input = new float[bundle.manifest().cell().inputs()];
        final float[] output = new float[A1.JOINTS];
        final float[] held = new float[cell.hiddenSize()];
        cell.reset();
        for (int step = 0; step < recording.steps(); step++) {
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) recording.inputs()[step][i];
            }
            cell.step(input, bundle.manifest().cell().elapsedPerStep(), output);
            cell.hidden(held);
            assertArrayEquals(recording.outputs()[step], doubles(output), 0, "step " + step);
            assertArrayEquals(recording.hidden()[step], doubles(held), 0, "step " + step);
        }
    }

    private static double[] doubles(final float[] values) {
        final double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i];
        }
        return out;
    }

    /** Once it is blended in, the loop adds what an environment would add on the same outputs. */
    @Test
    void actionsReachTheWalkAsInTheEnvironments() {
        final PolicyRecording recording = new PolicyRecording();
        final List<double[]> added = new ArrayList<>();
        final List<Integer> stepOf = new ArrayList<>();
        final List<Double> shares = new ArrayList<>();
        run(fit.with(recording), (frame, scenario, meter) -> {
            if (recording.steps() == 0 || scenario.phase() != Scenario.Phase.WALK) {
                return;
            }
            final double[] row = new double[TickField.POLICY_INPUT.count];
            for (int i = 0; i < row.length; i++) {
                row[i] = frame.real(TickField.POLICY_INPUT, i);
            }
            added.add(row);
            stepOf.add(recording.steps() - 1);
            shares.add(frame.real(TickField.POLICY_SHARE, 0));
        });
        final ActionSlew slew = new ActionSlew(config);
        final double[] wanted = new double[PolicyInput.ACTIONS];
        int compared = 0;
        for (int tick = 0; tick < added.size(); tick++) {
            final double[] output = recording.outputs()[stepOf.get(tick)];
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                wanted[PolicyInput.OFFSET + joint] = Math.clamp(output[joint] * SCALE_RAD, -BOUND_RAD, BOUND_RAD);
            }
            slew.want(1, wanted);
            slew.update();
            if (shares.get(tick) == 1) {
                compared++;
                for (int i = 0; i < TickField.POLICY_INPUT.count; i++) {
                    assertEquals((float) slew.applied[i], (float) added.get(tick)[i], "tick " + tick + ", action " + i);
                }
            }
        }
        assertTrue(compared > 1000, "compared " + compared + " ticks");
    }
}
