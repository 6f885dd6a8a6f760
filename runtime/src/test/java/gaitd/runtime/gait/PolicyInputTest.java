package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.OperatorCommand;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PolicyInputTest {
    private static final Config CONFIG = Config.defaults();

    private final PolicyInput policy = new PolicyInput(CONFIG);
    private final BodyEstimate estimate = new BodyEstimate();
    private final VelocityTarget target = new VelocityTarget(CONFIG);
    private final OperatorCommand operator = new OperatorCommand();

    private PolicyInputTest() {
        final Stance stance = new Stance(CONFIG);
        System.arraycopy(stance.foot, 0, estimate.footBody, 0, stance.foot.length);
        estimate.position[2] = CONFIG.get(Setting.HEIGHT_M);
        operator.vx = 0.3;
    }

    /** Walks on a body that stays where it is. */
    private LocomotionController walk(final JointCommands out, final int ticks) {
        final LocomotionController made = new LocomotionController(CONFIG);
        target.rest();
        for (int i = 0; i < ticks; i++) {
            target.update(operator, true, 1, Gait.TROT, 0);
            made.update(Mode.WALK, 0.002 * i, target, new Sensed(), estimate, policy, new FaultLatch(), out);
        }
        return made;
    }

    private static double[] values(final int from, final int to, final double value) {
        final double[] made = new double[PolicyInput.ACTIONS];
        Arrays.fill(made, from, to, value);
        return made;
    }

    @Test
    void offsetsAreAddedToTheTargetsOnly() {
        final JointCommands plain = new JointCommands();
        walk(plain, 1);
        for (int j = 0; j < A1.JOINTS; j++) {
            policy.offsetRad[j] = 0.01 * j;
        }
        final JointCommands offset = new JointCommands();
        walk(offset, 1);
        for (int j = 0; j < A1.JOINTS; j++) {
            assertEquals(0.01 * j, offset.q[j] - plain.q[j], 1e-12);
        }
        assertArrayEquals(plain.tau, offset.tau);
        assertArrayEquals(plain.dq, offset.dq);
        assertArrayEquals(plain.kp, offset.kp);
    }

    /** Places of the feet that the targets of the joints lead to, 4 x 3, m. */
    private double[] feet() {
        final JointCommands out = new JointCommands();
        walk(out, 30);
        final double[] feet = new double[3 * A1.LEGS];
        final LegKinematics legs = new LegKinematics(LegGeometry.A1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            legs.forward(leg, out.q, feet, 3 * leg);
        }
        return feet;
    }

    @Test
    void feetAndTrunkGoWhereTheyAreWanted() {
        final double[] plain = feet();
        policy.footM[0] = 0.02;
        policy.footM[4] = -0.01;
        policy.footM[11] = 0.03;
        final double[] moved = feet();
        for (int i = 0; i < plain.length; i++) {
            assertEquals(policy.footM[i], moved[i] - plain[i], 1e-9, "coordinate " + i);
        }
        policy.clear();
        policy.trunk[0] = 0.02;
        final double[] risen = feet();
        for (int i = 2; i < plain.length; i += 3) {
            assertEquals(-0.02, risen[i] - plain[i], 1e-9, "coordinate " + i);
        }
    }

    /** A trunk that is to dip its nose has shorter front legs, one that is to lean to the right shorter right legs. */
    @Test
    void theTrunkLeans() {
        final double[] plain = feet();
        policy.trunk[2] = 0.1;
        final double[] dipped = feet();
        policy.trunk[2] = 0;
        policy.trunk[1] = 0.1;
        final double[] leant = feet();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int z = 3 * leg + 2;
            assertTrue((dipped[z] - plain[z]) * plain[3 * leg] > 0, "leg " + leg);
            assertTrue((leant[z] - plain[z]) * plain[3 * leg + 1] < 0, "leg " + leg);
        }
    }

    @Test
    void aLegSwingsAsMuchHigher() {
        final JointCommands out = new JointCommands();
        final double[] highest = new double[2];
        for (int raised = 0; raised < 2; raised++) {
            policy.swingM[0] = 0.05 * raised;
            for (int ticks = 1; ticks < 250; ticks += 3) {
                final double[] dz = walk(out, ticks).walk().path().dz;
                highest[raised] = Math.max(highest[raised], dz[0] + 1);
            }
        }
        assertEquals(0.05, highest[1] - highest[0], 1e-3);
    }

    @Test
    void onlyTheWalkTakesThem() {
        final JointCommands plain = new JointCommands();
        new LocomotionController(CONFIG)
                .update(Mode.STAND, 1, target, new Sensed(), estimate, policy, new FaultLatch(), plain);
        Arrays.fill(policy.offsetRad, 0.2);
        final JointCommands same = new JointCommands();
        new LocomotionController(CONFIG)
                .update(Mode.STAND, 1, target, new Sensed(), estimate, policy, new FaultLatch(), same);
        assertArrayEquals(plain.q, same.q);
    }

    @Test
    void valuesAreTakenInOrder() {
        final double[] values = new double[PolicyInput.ACTIONS];
        for (int i = 0; i < PolicyInput.ACTIONS; i++) {
            values[i] = i / 100.0;
        }
        policy.put(values);
        assertEquals(0.03, policy.limitedAmplitude(3));
        assertEquals(0.07, policy.limitedFrequencyHz(3));
        assertEquals(0.11, policy.limitedDirectionRad(3));
        assertEquals(0.23, policy.offsetRad[11]);
        assertEquals(0.27, policy.swingM[3]);
        assertEquals(0.39, policy.footM[11]);
        assertArrayEquals(new double[] {0.4, 0.41, 0.42}, policy.trunk);
        policy.clear();
        assertEquals(0, policy.limitedAmplitude(3) + policy.limitedFrequencyHz(3) + policy.limitedOffsetRad(11));
        assertEquals(0, policy.limitedSwingM(3) + policy.limitedFootM(11) + policy.limitedHeightM());
        assertEquals(0, policy.limitedRollRad() + policy.limitedPitchRad());
    }

    @Test
    void wantingTooMuchIsLimited() {
        policy.put(values(0, PolicyInput.ACTIONS, -50));
        assertEquals(-CONFIG.get(Setting.POLICY_AMPLITUDE_MAX), policy.limitedAmplitude(0));
        assertEquals(-CONFIG.get(Setting.POLICY_FREQUENCY_MAX_HZ), policy.limitedFrequencyHz(0));
        assertEquals(-CONFIG.get(Setting.POLICY_DIRECTION_MAX_RAD), policy.limitedDirectionRad(0));
        assertEquals(-CONFIG.get(Setting.POLICY_OFFSET_MAX_RAD), policy.limitedOffsetRad(0));
        assertEquals(-CONFIG.get(Setting.POLICY_SWING_MAX_M), policy.limitedSwingM(0));
        assertEquals(-CONFIG.get(Setting.POLICY_FOOT_MAX_M), policy.limitedFootM(11));
        assertEquals(-CONFIG.get(Setting.POLICY_HEIGHT_MAX_M), policy.limitedHeightM());
        assertEquals(-CONFIG.get(Setting.POLICY_TILT_MAX_RAD), policy.limitedRollRad());
        assertEquals(-CONFIG.get(Setting.POLICY_TILT_MAX_RAD), policy.limitedPitchRad());
        for (int action = 0; action < PolicyInput.ACTIONS; action++) {
            final double[] alone = values(action, action + 1, 50);
            policy.put(alone);
            assertEquals(policy.limit(action), sum(), "action " + action);
        }
    }

    /** Sum of all limited values. */
    private double sum() {
        double sum = policy.limitedHeightM() + policy.limitedRollRad() + policy.limitedPitchRad();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sum += policy.limitedAmplitude(leg) + policy.limitedFrequencyHz(leg) + policy.limitedDirectionRad(leg);
            sum += policy.limitedSwingM(leg);
        }
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            sum += policy.limitedOffsetRad(joint) + policy.limitedFootM(joint);
        }
        return sum;
    }

    @Test
    void whatIsNotANumberIsNothing() {
        final JointCommands plain = new JointCommands();
        walk(plain, 200);
        for (final double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            policy.put(values(0, PolicyInput.ACTIONS, bad));
            final JointCommands same = new JointCommands();
            walk(same, 200);
            assertArrayEquals(plain.q, same.q);
            assertArrayEquals(plain.tau, same.tau);
        }
    }

    @Test
    void modulationMovesTheOscillators() {
        final JointCommands out = new JointCommands();
        final LocomotionController plain = walk(out, 400);
        policy.put(values(
                PolicyInput.AMPLITUDE, PolicyInput.AMPLITUDE + 4, 0.4 * CONFIG.get(Setting.POLICY_AMPLITUDE_MAX)));
        final LocomotionController longer = walk(out, 400);
        policy.put(values(
                PolicyInput.FREQUENCY, PolicyInput.FREQUENCY + 4, 0.5 * CONFIG.get(Setting.POLICY_FREQUENCY_MAX_HZ)));
        final LocomotionController faster = walk(out, 400);
        policy.put(values(
                PolicyInput.DIRECTION, PolicyInput.DIRECTION + 4, 0.5 * CONFIG.get(Setting.POLICY_DIRECTION_MAX_RAD)));
        final LocomotionController aside = walk(out, 400);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertEquals(0.2, r(longer, leg) - r(plain, leg), 0.02);
            final double rate =
                    faster.walk().oscillators().thetaDot[leg] - plain.walk().oscillators().thetaDot[leg];
            assertEquals(Math.PI, rate, 0.2);
            assertTrue(aside.walk().oscillators().phi[leg] - plain.walk().oscillators().phi[leg] > 0.2);
        }
    }

    private static double r(final LocomotionController of, final int leg) {
        return of.walk().oscillators().r[leg];
    }
}
