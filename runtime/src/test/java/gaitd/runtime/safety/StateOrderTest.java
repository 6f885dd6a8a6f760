package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** States that are not new, in the whole loop. */
class StateOrderTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenOneStateIsRepeated() {
        rig.walk();
        rig.robot.repeats = true;
        assertEquals(Mode.WALK, Rig.mode(rig.run(0.055)));
        final TickFrame frame = rig.run(0.01);
        assertEquals(Fault.STATE_STALE, Rig.fault(frame));
        assertTrue(frame.get(TickField.STATES_REPEATED) > 25, frame.get(TickField.STATES_REPEATED) + " repeated");
        rig.assertDamping();
    }

    @Test
    void dampsWhenASecondOfStatesIsRepeatedInALoop() {
        rig.walk();
        final List<Sensed> second = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rig.tick();
            final Sensed said = new Sensed();
            said.set(rig.robot.says);
            second.add(said);
        }
        assertEquals(Mode.WALK, Rig.mode(rig.tick()));
        rig.robot.repeats = true;
        TickFrame frame = null;
        for (int i = 0; i < 33; i++) {
            rig.robot.says.set(second.get(i));
            frame = rig.tick();
        }
        assertEquals(Fault.STATE_STALE, Rig.fault(frame));
        assertTrue(frame.get(TickField.STATES_OLD) > 25, frame.get(TickField.STATES_OLD) + " old");
        rig.assertDamping();
    }

    @Test
    void walksOnWhenOldStatesComeBetweenNewOnes() {
        rig.walk();
        final long nowMs = rig.robot.says.robotTick;
        for (int i = 1; i < 500; i++) {
            rig.robot.repeats = i % 2 == 0;
            if (rig.robot.repeats) {
                rig.robot.says.robotTick = nowMs + 2L * i - 40;
            }
            assertEquals(Mode.WALK, Rig.mode(rig.tick()), "tick " + i);
        }
        assertTrue(rig.tick().get(TickField.STATES_OLD) > 200);
    }

    @Test
    void canBeClearedAfterTheBoardStartedAgain() {
        rig.stand();
        rig.robot.bootedAtNs = rig.nowNs();
        assertEquals(Fault.STATE_STALE, Rig.fault(rig.run(0.1)));
        rig.ask(OperatorRequest.CLEAR_FAULT);
        assertEquals(Mode.FAULT, Rig.mode(rig.run(0.05)), "not while its states are taken for old ones");
        rig.run(0.3);
        rig.ask(OperatorRequest.CLEAR_FAULT);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.tick()));
    }
}
