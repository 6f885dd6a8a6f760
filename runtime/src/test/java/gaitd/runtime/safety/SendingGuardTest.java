package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class SendingGuardTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenCommandsDoNotLeave() {
        rig.stand();
        rig.robot.deaf = true;
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.06)));
        final TickFrame frame = rig.run(0.01);
        assertEquals(Fault.COMMANDS_NOT_SENT, Rig.fault(frame));
        assertEquals(Mode.FAULT, Rig.mode(frame));
        rig.robot.deaf = false;
        assertEquals(Mode.FAULT, Rig.mode(rig.run(0.1)));
        rig.assertDamping();
    }

    @Test
    void aCommandThatLeavesInTimeIsEnough() {
        rig.stand();
        for (int i = 0; i < 20; i++) {
            rig.robot.deaf = true;
            rig.run(0.058);
            rig.robot.deaf = false;
            assertEquals(Mode.STAND, Rig.mode(rig.tick()));
        }
    }

    @Test
    void aPassiveRobotNeedsNoCommands() {
        rig.tick();
        rig.robot.deaf = true;
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(1)));
        assertEquals(Fault.NONE, Rig.fault(rig.tick()));
    }
}
