package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.command.OperatorRequest;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class StandUpFailedTest {
    private final Rig rig = new Rig();

    @Test
    void sitsDownAgainWhenTheRobotDoesNotRise() {
        for (int leg = 0; leg < 4; leg++) {
            rig.robot.says.q[3 * leg + 1] = 1.3;
            rig.robot.says.q[3 * leg + 2] = -2.6;
        }
        rig.tick();
        rig.ask(OperatorRequest.STAND);
        final TickFrame frame = rig.run(2.1);
        assertEquals(Fault.STAND_UP_FAILED, Rig.fault(frame));
        assertEquals(Mode.SIT_DOWN, Rig.mode(frame));
        assertEquals(Mode.FAULT, Rig.mode(rig.run(2)));
        rig.assertDamping();
    }
}
