package gaitd.runtime.gait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
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
            target.update(operator, true, 1, Gait.TROT);
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
        policy.clear();
        assertEquals(0, policy.limitedAmplitude(3) + policy.limitedFrequencyHz(3) + policy.limitedOffsetRad(11));
    }

    @Test
    void wantingTooMuchIsLimited() {
        policy.put(values(0, PolicyInput.ACTIONS, -50));
        assertEquals(-CONFIG.get(Setting.POLICY_AMPLITUDE_MAX), policy.limitedAmplitude(0));
        assertEquals(-CONFIG.get(Setting.POLICY_FREQUENCY_MAX_HZ), policy.limitedFrequencyHz(0));
        assertEquals(-CONFIG.get(Setting.POLICY_DIRECTION_MAX_RAD), policy.limitedDirectionRad(0));
        assertEquals(-CONFIG.get(Setting.POLICY_OFFSET_MAX_RAD), policy.limitedOffsetRad(0));
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
