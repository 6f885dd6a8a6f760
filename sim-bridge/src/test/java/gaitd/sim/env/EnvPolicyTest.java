package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.JointGains;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.PolicyObservation;
import gaitd.runtime.gait.Stance;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameSink;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.ActionRow;
import gaitd.runtime.policy.ObservationRow;
import gaitd.runtime.policy.Scaling;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.DirectPort;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A policy meets the same robot in an environment and in the loop that runs it, bit for bit, once it is blended in. */
class EnvPolicyTest {
    private static final double KP = 60;
    private static final double KD = 2;
    /** A swinging leg is as stiff and damped as a standing one, and as the policy makes both. */
    private static final Config CONFIG = new Config.Builder()
            .set(Setting.POLICY_BLEND_S, 0.05, "test")
            .set(Setting.SWING_KP, KP, "test")
            .set(Setting.STANCE_KP, KP, "test")
            .set(Setting.SWING_KD, KD, "test")
            .set(Setting.STANCE_KD, KD, "test")
            .conclude();

    private static final long SEED = 7;
    private static final int SILENT_STEPS = 12;
    private static final int INPUTS = A1.JOINTS + A1.LEGS;
    private static final double FORWARD_M_S = 0.3;

    /** Nothing until the loop has blended it in; then jumps that are faster than the loop lets through. */
    private static final class JumpyCell implements PolicyCell {
        private int steps;

        @Override
        public void reset() {
            steps = 0;
        }

        @Override
        public void step(final float[] input, final double elapsed, final float[] output) {
            Arrays.fill(output, 0);
            if (steps++ >= SILENT_STEPS) {
                for (int i = 0; i < output.length; i++) {
                    final float sine = input[A1.JOINTS + i % A1.LEGS];
                    output[i] = (sine > 0 ? 0.3f : -0.3f) + 0.01f * input[i % A1.JOINTS];
                }
            }
        }
    }

    private static WalkingPolicy policy() {
        final PolicyInput input = new PolicyInput(CONFIG);
        final double[] limits = IntStream.range(0, PolicyInput.ACTIONS)
                .mapToDouble(input::limit)
                .toArray();
        return new WalkingPolicy(
                CONFIG,
                new ObservationRow(
                        new ObservedSignal[] {ObservedSignal.JOINT_VELOCITY, ObservedSignal.OSCILLATOR_PHASE_SIN},
                        new int[] {A1.JOINTS, A1.LEGS},
                        scaling(filled(INPUTS, 1), 100),
                        new double[A1.JOINTS]),
                new ActionRow(
                        new ActedSignal[] {
                            ActedSignal.OSCILLATOR_AMPLITUDE_OFFSET,
                            ActedSignal.OSCILLATOR_FREQUENCY_OFFSET,
                            ActedSignal.OSCILLATOR_HEADING_OFFSET,
                            ActedSignal.JOINT_OFFSET
                        },
                        scaling(limits, 2),
                        limits),
                new JointGains(filled(A1.JOINTS, KP), filled(A1.JOINTS, KD)),
                new JumpyCell(),
                PolicyInput.ACTIONS,
                1,
                EnvPlan.flat(CONFIG, 1, SEED, 1).ticksPerStep());
    }

    private static Scaling scaling(final double[] scale, final double bound) {
        return new Scaling(scale, new double[scale.length], filled(scale.length, -bound), filled(scale.length, bound));
    }

    private static double[] filled(final int size, final double value) {
        final double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    /** The loop's stages around a robot that is placed as the environments place it. */
    private static final class Looped {
        final ControlStages stages = new ControlStages(CONFIG, new WalkingPolicy[] {policy()}, () -> 0);
        final float[] row = new float[PolicyObservation.LENGTH];
        private final SimulatedA1 body = new SimulatedA1(
                new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT, CONFIG.get(Setting.SIM_STEP_US) * 1e-6),
                SensorNoise.typical(),
                0,
                CONFIG.get(Setting.SIM_COMMAND_TIMEOUT_MS) * 1e-3);
        private final ControlLoop loop =
                new ControlLoop(stages, new DirectPort(body), CommandSource.NOBODY, FrameSink.NONE);
        private final TickTiming timing = new TickTiming(() -> 0);
        private final EnvPlan plan = EnvPlan.flat(CONFIG, 1, SEED, 1);

        Looped() {
            body.reseed(RandomStream.seed(RandomStream.seed(RandomStream.seed(SEED, 0), 0), 1));
            final double[] pose = new double[A1.JOINTS];
            final Stance stance = new Stance(CONFIG);
            final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                kinematics.inverse(leg, stance.foot, 3 * leg, pose);
            }
            body.place(new double[] {0, 0, CONFIG.get(Setting.HEIGHT_M)}, new double[] {1, 0, 0, 0}, pose);
            stages.begin(Mode.WALK);
            stages.operator.vx = FORWARD_M_S;
        }

        /** Ticks of one policy step. */
        void step() {
            for (int tick = 0; tick < plan.ticksPerStep(); tick++) {
                timing.startedNs += CONFIG.periodNs();
                loop.tick(timing);
                if (tick == 0) {
                    PolicyObservation.write(
                            stages.sensed,
                            stages.estimate,
                            stages.velocity(),
                            stages.locomotion().walk().oscillators(),
                            row,
                            0);
                }
                for (int substep = 0; substep < plan.substepsPerTick(); substep++) {
                    body.stepOnce();
                }
            }
        }
    }

    @Test
    void environmentAndLoopAreOneRobot() {
        final EnvBuffers rows = new EnvBuffers(1);
        final Looped looped = new Looped();
        final JumpyCell cell = new JumpyCell();
        final float[] input = new float[INPUTS];
        final float[] lastCommand = new float[PolicyInput.ACTIONS];
        boolean limited = false;
        rows.command[0] = FORWARD_M_S;
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(CONFIG, 1, SEED, 1), EmbeddedGroup::new, 1)) {
            env.reset(rows);
            for (int step = 0; step < 300; step++) {
                looped.step();
                assertArrayEquals(
                        Arrays.copyOfRange(looped.row, PolicyObservation.Q, PolicyObservation.CONTACT),
                        Arrays.copyOfRange(rows.observation, PolicyObservation.Q, PolicyObservation.CONTACT),
                        0,
                        "step " + step);
                System.arraycopy(rows.observation, PolicyObservation.DQ, input, 0, A1.JOINTS);
                System.arraycopy(rows.observation, PolicyObservation.PHASE_SIN, input, A1.JOINTS, A1.LEGS);
                cell.step(input, 1, rows.action);
                limited |= Math.abs(rows.action[20] - lastCommand[20]) > 0.5;
                System.arraycopy(rows.action, 0, lastCommand, 0, lastCommand.length);
                env.step(rows);
                assertFalse(rows.done[0], "step " + step);
            }
            assertEquals(rows.term(0, Term.DISTANCE), looped.body.truth().basePosition[0]);
        }
        assertTrue(limited, "no action jumped farther than the limit lets it");
        assertTrue(looped.body.truth().basePosition[0] > 0.3, "it hardly walked");
    }
}
