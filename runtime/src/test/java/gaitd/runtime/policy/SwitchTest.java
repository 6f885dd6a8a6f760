package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.loop.Rig;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Changes between policies, and between a policy and none, while walking. */
class SwitchTest {
    private static final double RAD = 0.2;
    private static final OperatorRequest[] CHANGES = {
        OperatorRequest.POLICY_NEXT, OperatorRequest.POLICY_OFF, OperatorRequest.POLICY_ON, OperatorRequest.NONE
    };

    private final Config config = Config.defaults();
    private final FakeCell up = FakeCell.offsets(RAD);
    private final FakeCell down = FakeCell.offsets(-RAD);
    private final Rig rig = new Rig(config, up::clockNs, up.policy(config), down.policy(config));

    private static double offset(final TickFrame frame, final int joint) {
        return frame.real(TickField.POLICY_INPUT, PolicyInput.OFFSET + joint);
    }

    private TickFrame after(final OperatorRequest request) {
        rig.ask(request);
        return rig.run(1);
    }

    @Test
    void theNextFollowsAndAfterTheLastComesNone() {
        rig.walk();
        assertEquals(RAD, offset(rig.run(1), 0), 1e-6);
        assertEquals(-RAD, offset(after(OperatorRequest.POLICY_NEXT), 0), 1e-6);
        final TickFrame none = after(OperatorRequest.POLICY_NEXT);
        assertEquals(0, offset(none, 0));
        assertEquals(-1, none.get(TickField.POLICY));
        final TickFrame first = after(OperatorRequest.POLICY_NEXT);
        assertEquals(RAD, offset(first, 0), 1e-6);
        assertEquals(1, first.get(TickField.POLICY));
    }

    @Test
    void offRemembersWhichWasOn() {
        rig.walk();
        after(OperatorRequest.POLICY_NEXT);
        assertEquals(0, offset(after(OperatorRequest.POLICY_OFF), 0));
        final int steps = down.steps;
        rig.run(0.1);
        assertEquals(steps, down.steps);
        assertEquals(-RAD, offset(after(OperatorRequest.POLICY_ON), 0), 1e-6);
    }

    @Test
    void choosesBeforeTheWalkToo() {
        rig.stand();
        rig.ask(OperatorRequest.POLICY_OFF);
        rig.tick();
        rig.walk();
        assertEquals(0, offset(rig.run(1), 0));
        assertEquals(0, up.steps);
    }

    /**
     * Between two ticks no joint's target moves more than it moved in the walk without a policy, plus the blend's own slope:
     * 2 RAD x 1.5 / blend time x period = 0.0024 rad. The fake robot stands still, so the walk is the same.
     */
    @Test
    void noTargetJumpsWhenPoliciesChange() {
        final double slope = 2 * RAD * 1.5 / config.get(Setting.POLICY_BLEND_S) * config.periodNs() * 1e-9;
        final Rig bare = new Rig(config);
        bare.walk();
        rig.walk();
        final double[] last = new double[A1.JOINTS];
        final double[] lastBare = new double[A1.JOINTS];
        final SplittableRandom random = new SplittableRandom(11);
        double bareMost = 0;
        double most = 0;
        for (int tick = 0; tick < 10_000; tick++) {
            if (tick % 37 == 0) {
                rig.ask(CHANGES[random.nextInt(CHANGES.length)]);
            }
            final TickFrame frame = rig.tick();
            final TickFrame plain = bare.tick();
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                final double q = frame.real(TickField.Q_COMMAND, joint);
                final double qBare = plain.real(TickField.Q_COMMAND, joint);
                final double step = q - last[joint];
                final double stepBare = qBare - lastBare[joint];
                last[joint] = q;
                lastBare[joint] = qBare;
                if (tick > 0) {
                    most = Math.max(most, Math.abs(step));
                    bareMost = Math.max(bareMost, Math.abs(stepBare));
                    assertTrue(
                            Math.abs(step - stepBare) <= slope + 1e-6,
                            "tick " + tick + ", joint " + joint + ": " + (step - stepBare));
                }
            }
        }
        assertTrue(most <= bareMost + slope + 1e-6, most + " against " + bareMost);
    }

    /** A policy that leaps over its whole range at every step is slowed to slew x limit x period = 0.02 rad a tick. */
    @Test
    void whatAPolicyAddsChangesAtALimitedRate() {
        final double bound = config.get(Setting.POLICY_SLEW_1_S)
                * config.get(Setting.POLICY_OFFSET_MAX_RAD)
                * config.periodNs()
                * 1e-9;
        final SplittableRandom random = new SplittableRandom(12);
        rig.walk();
        double last = 0;
        double most = 0;
        for (int tick = 0; tick < 5000; tick++) {
            final float leap = random.nextBoolean() ? (float) RAD : (float) -RAD;
            java.util.Arrays.fill(up.gives, leap);
            java.util.Arrays.fill(down.gives, -leap);
            if (tick % 97 == 0) {
                rig.ask(CHANGES[random.nextInt(CHANGES.length)]);
            }
            final double now = offset(rig.tick(), 7);
            most = Math.max(most, Math.abs(now - last));
            last = now;
        }
        assertEquals(bound, most, 1e-6);
    }
}
