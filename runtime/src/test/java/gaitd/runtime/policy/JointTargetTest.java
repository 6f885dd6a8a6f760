package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Policies that move the legs alone take them over from the walk, and give them back. */
class JointTargetTest {
    private static final double KP = 25;
    private static final double KD = 0.5;
    private static final double BOUND_RAD = 0.4;

    /** More than any target of the fake robot's walk is from those of the policies. */
    private static final double DIFFERENCE_RAD = 1;

    private static final OperatorRequest[] CHANGES = {
        OperatorRequest.POLICY_NEXT, OperatorRequest.POLICY_OFF, OperatorRequest.POLICY_ON, OperatorRequest.NONE
    };

    private final Config config = new Config.Builder()
            .set(Setting.POLICY_TARGET_SLEW_RAD_S, 15, "test")
            .set(Setting.POLICY_HANDOVER_S, 0.5, "test")
            .conclude();
    private final FakeCell cell = cell(0.1);
    private final FakeCell other = cell(-0.2);
    private final FakeCell added = FakeCell.offsets(0.15);
    private final Rig rig = new Rig(config, cell::clockNs, targets(cell), targets(other), added.policy(config));

    private static FakeCell cell(final double rad) {
        final FakeCell cell = FakeCell.offsets(rad);
        cell.gains = FakeCell.gains(KP, KD);
        return cell;
    }

    private WalkingPolicy targets(final FakeCell of) {
        return of.policy(config, BOUND_RAD, ActedSignal.JOINT_TARGET);
    }

    private TickFrame after(final OperatorRequest request) {
        rig.ask(request);
        return rig.run(1);
    }

    private static void assertAims(final TickFrame frame, final double rad) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertEquals(FakeCell.POSE[joint] + rad, frame.real(TickField.Q_COMMAND, joint), 1e-6, A1.jointName(joint));
            assertEquals(KP, frame.real(TickField.KP_COMMAND, joint), 1e-6);
            assertEquals(KD, frame.real(TickField.KD_COMMAND, joint), 1e-6);
            assertEquals(0, frame.real(TickField.DQ_COMMAND, joint));
            assertEquals(0, frame.real(TickField.TAU_COMMAND, joint));
        }
    }

    @Test
    void aimsEveryJointFromItsPoseWithItsOwnGains() {
        rig.walk();
        assertAims(rig.run(1), 0.1);
        Arrays.fill(cell.gives, 0.5f);
        assertAims(rig.run(0.1), BOUND_RAD);
    }

    @Test
    void theWalkRestsMeanwhileAndBeginsAfreshAfterwards() {
        rig.walk();
        final TickFrame driven = rig.run(1);
        final double[] resting = phases(driven);
        assertEquals(Arrays.toString(resting), Arrays.toString(phases(rig.run(0.3))));
        rig.ask(OperatorRequest.POLICY_OFF);
        rig.run(0.1);
        final TickFrame back = rig.tick();
        assertNotEquals(Arrays.toString(resting), Arrays.toString(phases(back)));
        assertEquals(0, after(OperatorRequest.NONE).real(TickField.POLICY_SHARE, 0));
    }

    private static double[] phases(final TickFrame frame) {
        final double[] phases = new double[A1.LEGS];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            phases[leg] = frame.real(TickField.CPG_PHASE, leg);
        }
        return phases;
    }

    @Test
    void fromOnePolicyToAnotherOfItsKindTheWalkStaysAtRest() {
        rig.walk();
        final double[] resting = phases(rig.run(1));
        rig.ask(OperatorRequest.POLICY_NEXT);
        for (int tick = 0; tick < 400; tick++) {
            assertEquals(Arrays.toString(resting), Arrays.toString(phases(rig.tick())), "tick " + tick);
        }
        assertAims(rig.tick(), -0.2);
    }

    @Test
    void anAdditionToTheWalkFollowsOnTheWalk() {
        rig.walk();
        rig.run(1);
        after(OperatorRequest.POLICY_NEXT);
        final TickFrame frame = after(OperatorRequest.POLICY_NEXT);
        assertEquals(1, frame.real(TickField.POLICY_SHARE, 0), 1e-9);
        assertEquals(60, frame.real(TickField.KP_COMMAND, 2), 1e-6);
    }

    @Test
    void whatIsNotANumberGivesTheLegsBackToTheWalk() {
        rig.walk();
        rig.run(1);
        cell.gives[4] = Float.NaN;
        final TickFrame frame = rig.run(1);
        assertEquals(PolicyFault.NOT_FINITE.ordinal(), frame.get(TickField.POLICY_FAULT));
        assertEquals(4, frame.get(TickField.POLICY_FAULT_OUTPUT));
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertEquals(Fault.NONE, Rig.fault(frame));
        assertEquals(0, frame.real(TickField.POLICY_SHARE, 0));
        assertEquals(60, frame.real(TickField.KP_COMMAND, 2), 1e-6);
    }

    @Test
    void aRobotThatShallStandWalksToItsStandOnItsOwn() {
        rig.walk();
        rig.run(1);
        rig.ask(OperatorRequest.STAND);
        TickFrame frame = rig.tick();
        for (int tick = 0; tick < 2000 && Rig.mode(frame) == Mode.WALK; tick++) {
            frame = rig.tick();
        }
        assertEquals(Mode.STAND, Rig.mode(frame));
        assertEquals(0, frame.real(TickField.POLICY_SHARE, 0));
    }

    /**
     * However policies are switched, no target moves farther in a tick than the walk moves it, plus the slope of a handover: a target's
     * weight changes by 1.5 / handover time, times the quotient of the two stiffnesses.
     */
    @Test
    void noTargetJumpsWhenPoliciesChange() {
        final double slope = DIFFERENCE_RAD * (60 / KP) * 1.5 / config.get(Setting.POLICY_HANDOVER_S) * periodS();
        final Rig bare = new Rig(config);
        bare.walk();
        final double walked = most(bare, 2000, false);
        rig.walk();
        final double most = most(rig, 10_000, true);
        assertTrue(most > walked && most < walked + slope, most + " against " + walked + " + " + slope);
    }

    private double most(final Rig walking, final int ticks, final boolean changing) {
        final SplittableRandom random = new SplittableRandom(13);
        final double[] last = new double[A1.JOINTS];
        double most = 0;
        for (int tick = 0; tick < ticks; tick++) {
            if (changing && tick % 37 == 0) {
                walking.ask(CHANGES[random.nextInt(CHANGES.length)]);
            }
            final TickFrame frame = walking.tick();
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                final double q = frame.real(TickField.Q_COMMAND, joint);
                most = tick == 0 ? 0 : Math.max(most, Math.abs(q - last[joint]));
                last[joint] = q;
            }
        }
        return most;
    }

    /** A network that leaps between its bounds at every step moves its targets at the slew limit, and no faster. */
    @Test
    void whatItAimsAtChangesAtALimitedRate() {
        final SplittableRandom random = new SplittableRandom(14);
        final double stepRad = config.get(Setting.POLICY_TARGET_SLEW_RAD_S) * periodS();
        rig.walk();
        double last = rig.run(1).real(TickField.Q_COMMAND, 7);
        double most = 0;
        for (int tick = 0; tick < 2000; tick++) {
            Arrays.fill(cell.gives, random.nextBoolean() ? 0.4f : -0.4f);
            final double q = rig.tick().real(TickField.Q_COMMAND, 7);
            most = Math.max(most, Math.abs(q - last));
            last = q;
        }
        assertEquals(stepRad, most, 1e-6);
    }

    private double periodS() {
        return config.periodNs() * 1e-9;
    }
}
