package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.PolicyCell;
import gaitd.policies.learn.RandomStream;
import gaitd.runtime.command.CommandSource;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.Stance;
import gaitd.runtime.loop.ControlLoop;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.loop.FrameSink;
import gaitd.runtime.loop.TickTiming;
import gaitd.runtime.mode.Mode;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.robot.DirectPort;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A policy meets the same robot in an environment and in the loop that runs it, bit for bit. */
class EnvPolicyTest {
    private static final Config CONFIG = Config.defaults();
    private static final long SEED = 7;
    private static final double FORWARD_M_S = 0.3;
    private static final ObservedSignal[] SIGNALS = {ObservedSignal.JOINT_VELOCITY, ObservedSignal.OSCILLATOR_PHASE_SIN
    };

    /** Jumps from step to step, faster than the walk follows; remembers what it saw. */
    private static final class JumpyCell implements PolicyCell {
        /** The last input. */
        float[] seen = {};
        /** Greatest jump of an output, in shares of its limit. */
        float jump;

        private final float[] last = new float[PolicyInput.ACTIONS];

        @Override
        public void reset() {
            Arrays.fill(last, 0);
        }

        @Override
        public void step(final float[] input, final double elapsed, final float[] output) {
            seen = input.clone();
            for (int i = 0; i < output.length; i++) {
                final float sine = input[A1.JOINTS + i % A1.LEGS];
                output[i] = (sine > 0 ? 0.3f : -0.3f) + 0.01f * input[i % A1.JOINTS];
                jump = Math.max(jump, Math.abs(output[i] - last[i]));
                last[i] = output[i];
            }
        }
    }

    private static WalkingPolicy policy(final PolicyCell cell) {
        return SteeredRobots.policy(CONFIG, SteeredRobots.row(SIGNALS, A1.JOINTS, A1.LEGS), cell);
    }

    /** The loop's stages around a robot that is placed as the environments place it. */
    private static final class Looped {
        final JumpyCell cell = new JumpyCell();
        private final ControlStages stages = new ControlStages(CONFIG, new WalkingPolicy[] {policy(cell)}, () -> 0);
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
        rows.command[0] = FORWARD_M_S;
        final EnvPlan plan =
                new EnvPlan(CONFIG, List.of(Terrain.FLAT), SEED, 1, 20, robot -> new WalkingPolicy[] {policy(cell)});
        try (WalkEnv env = new WalkEnv(plan, EmbeddedGroup::new, 1)) {
            env.reset(rows);
            for (int step = 0; step < 300; step++) {
                looped.step();
                env.step(rows);
                assertArrayEquals(looped.cell.seen, cell.seen, 0, "step " + step);
                assertFalse(rows.terminated[0], "step " + step);
            }
            assertEquals(rows.quantity(0, StepQuantity.DISTANCE), looped.body.truth().basePosition[0]);
        }
        assertTrue(cell.jump > 0.5, "no action jumped farther than the limit lets it");
        assertTrue(looped.body.truth().basePosition[0] > 0.3, "it hardly walked");
    }
}
