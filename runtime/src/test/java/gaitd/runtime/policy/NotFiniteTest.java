package gaitd.runtime.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotFiniteTest {
    private final Config config = Config.defaults();
    private final FakeCell cell = FakeCell.offsets(0.1);
    private final FakeCell other = FakeCell.offsets(-0.1);
    private final Rig rig = new Rig(config, cell::clockNs, cell.policy(config), other.policy(config));

    private static PolicyFault fault(final TickFrame frame) {
        return PolicyFault.values()[(int) frame.get(TickField.POLICY_FAULT)];
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void isBlendedOutWhileTheRobotWalksOn(final float value) {
        rig.walk();
        double last = rig.run(1).real(TickField.POLICY_INPUT, PolicyInput.OFFSET);
        assertEquals(0.1, last, 1e-6);
        cell.gives[7] = value;
        for (int tick = 0; tick < 600; tick++) {
            final TickFrame frame = rig.tick();
            final double now = frame.real(TickField.POLICY_INPUT, PolicyInput.OFFSET);
            assertTrue(now <= last && last - now < 0.001, "jumps from " + last + " to " + now);
            last = now;
            assertEquals(Mode.WALK, Rig.mode(frame));
            assertEquals(Fault.NONE, Rig.fault(frame));
        }
        final TickFrame frame = rig.tick();
        assertEquals(0, last);
        assertEquals(PolicyFault.NOT_FINITE, fault(frame));
        assertEquals(7, frame.get(TickField.POLICY_FAULT_OUTPUT));
        assertEquals(1, frame.get(TickField.POLICY_FAULT_OF));
        assertEquals(value, frame.real(TickField.POLICY_FAULT_VALUE, 0));
    }

    @Test
    void staysOffUntilClearedAndAskedFor() {
        rig.walk();
        cell.gives[0] = Float.NaN;
        rig.run(1);
        cell.gives[0] = 0;
        final int steps = cell.steps;
        for (final OperatorRequest request :
                new OperatorRequest[] {OperatorRequest.POLICY_ON, OperatorRequest.POLICY_NEXT, OperatorRequest.WALK}) {
            rig.ask(request);
            assertEquals(PolicyFault.NOT_FINITE, fault(rig.run(0.5)));
        }
        assertEquals(steps, cell.steps);
        assertEquals(0, other.steps);
        rig.ask(OperatorRequest.CLEAR_FAULT);
        final TickFrame cleared = rig.run(0.5);
        assertEquals(PolicyFault.NONE, fault(cleared));
        assertEquals(0, cleared.real(TickField.POLICY_SHARE, 0));
        assertEquals(Mode.WALK, Rig.mode(cleared));
        rig.ask(OperatorRequest.POLICY_ON);
        assertEquals(1, rig.run(1).real(TickField.POLICY_SHARE, 0), 1e-9);
        assertEquals(2, cell.resets);
    }

    @Test
    void aFaultWhileAnotherIsBlendedInTakesBothOff() {
        rig.walk();
        rig.run(1);
        rig.ask(OperatorRequest.POLICY_NEXT);
        rig.run(0.1);
        cell.gives[3] = Float.NaN;
        final TickFrame frame = rig.run(1);
        assertEquals(PolicyFault.NOT_FINITE, fault(frame));
        assertEquals(1, frame.get(TickField.POLICY_FAULT_OF));
        assertEquals(0, frame.real(TickField.POLICY_SHARE, 0));
    }

    @Test
    void theFirstSuchOutputIsNamed() {
        assertEquals(2, ActionRow.notFinite(new float[] {0, 1, Float.NaN, Float.NaN}));
        assertEquals(-1, ActionRow.notFinite(new float[] {0, 1, Float.MAX_VALUE}));
    }
}
