package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class BlendTest {
    private static final double WANTED_RAD = 0.1;

    private final Config config =
            new Config.Builder().set(Setting.POLICY_BLEND_S, 0.4, "test").conclude();
    private final FakeCell cell = FakeCell.offsets(WANTED_RAD);
    private final Rig rig = new Rig(config, cell::clockNs, cell.policy(config));

    private static double share(final TickFrame frame) {
        return frame.real(TickField.POLICY_SHARE, 0);
    }

    private static double offset(final TickFrame frame) {
        return frame.real(TickField.POLICY_INPUT, PolicyInput.OFFSET + 4);
    }

    @Test
    void risesSmoothlyOverItsTimeOnEnteringTheWalk() {
        rig.walk();
        double last = 0;
        for (int tick = 1; tick <= 200; tick++) {
            final TickFrame frame = rig.tick();
            final double s = tick / 200.0;
            assertEquals(s * s * (3 - 2 * s), share(frame), 1e-6);
            assertEquals(WANTED_RAD * share(frame), offset(frame), 1e-6);
            assertTrue(share(frame) > last);
            last = share(frame);
        }
        assertEquals(1, share(rig.tick()), 1e-9);
    }

    @Test
    void movesNoJointBeforeTheWalk() {
        rig.stand();
        assertEquals(0, cell.steps);
        assertEquals(0, share(rig.tick()));
        assertEquals(-1, rig.tick().get(TickField.POLICY_STEP_NS));
    }

    @Test
    void stepsAtItsOwnRateAndHoldsBetween() {
        rig.walk();
        rig.run(1);
        final int before = cell.steps;
        int stepped = 0;
        for (int tick = 0; tick < 50; tick++) {
            stepped += rig.tick().get(TickField.POLICY_STEP_NS) >= 0 ? 1 : 0;
        }
        assertEquals(50 / FakeCell.TICKS_PER_STEP, cell.steps - before);
        assertEquals(stepped, cell.steps - before);
        assertEquals(1, cell.resets);
    }

    @Test
    void isOutBeforeTheWalkIsLeft() {
        rig.walk();
        rig.run(1);
        rig.ask(OperatorRequest.SIT);
        TickFrame frame = rig.tick();
        int ticks = 1;
        double last = 1;
        while (Rig.mode(frame) == Mode.WALK) {
            assertTrue(share(frame) <= last);
            last = share(frame);
            frame = rig.tick();
            ticks++;
        }
        assertEquals(0, share(frame));
        assertEquals(0, last, 1e-4);
        final double halfStride = 0.5 / Gait.TROT.frequencyHz() / 0.002;
        assertTrue(ticks >= 200 && ticks <= 202 + halfStride, "left after " + ticks + " ticks");
        assertEquals(Mode.STAND, Rig.mode(frame));
        assertEquals(Mode.SIT_DOWN, Rig.mode(rig.run(1)));
    }

    @Test
    void aWishToWalkOnCallsOffLeaving() {
        rig.walk();
        rig.run(1);
        rig.ask(OperatorRequest.STAND);
        assertTrue(share(rig.run(0.2)) < 0.6);
        rig.ask(OperatorRequest.WALK);
        final TickFrame frame = rig.run(1);
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertEquals(1, share(frame), 1e-9);
    }

    @Test
    void aStopDoesNotWait() {
        rig.walk();
        rig.run(1);
        rig.ask(OperatorRequest.STOP);
        final TickFrame frame = rig.tick();
        assertEquals(Mode.PASSIVE, Rig.mode(frame));
        rig.assertDamping();
        assertEquals(0, share(rig.tick()));
    }

    @Test
    void beginsAnewWithEveryWalk() {
        rig.walk();
        rig.run(1);
        rig.ask(OperatorRequest.STAND);
        rig.run(1);
        rig.ask(OperatorRequest.WALK);
        final TickFrame frame = rig.run(1.5);
        assertEquals(Mode.WALK, Rig.mode(frame));
        assertEquals(2, cell.resets);
        assertEquals(1, share(frame), 1e-9);
    }
}
