package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class StateStaleTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWithinTheLimitWhenTheRobotFallsSilent() {
        rig.stand();
        rig.robot.silent = true;
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.055)));
        final TickFrame frame = rig.run(0.01);
        assertEquals(Fault.STATE_STALE, Rig.fault(frame));
        rig.assertDamping();
    }

    @Test
    void waitsForAPersonWhenTheRobotComesBack() {
        rig.stand();
        rig.robot.silent = true;
        rig.run(0.2);
        rig.robot.silent = false;
        assertEquals(Mode.FAULT, Rig.mode(rig.run(2)));
        rig.assertDamping();
        rig.ask(OperatorRequest.CLEAR_FAULT);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.tick()));
    }

    @Test
    void cannotBeClearedWhileTheRobotIsSilent() {
        rig.stand();
        rig.robot.silent = true;
        rig.run(0.2);
        rig.ask(OperatorRequest.CLEAR_FAULT);
        assertEquals(Mode.FAULT, Rig.mode(rig.run(0.1)));
    }
}
