package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class TiltTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenTheTrunkLeansTooFar() {
        rig.stand();
        lean(49);
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.02)));
        lean(52);
        final TickFrame frame = rig.tick();
        assertEquals(Fault.TILT, Rig.fault(frame));
        assertEquals(52, frame.real(TickField.FAULT_VALUE, 0), 0.01);
        rig.assertDamping();
    }

    @Test
    void letsAPersonCarryAPassiveRobot() {
        lean(120);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(0.1)));
    }

    private void lean(final double degrees) {
        rig.robot.says.quaternion[0] = Math.cos(Math.toRadians(degrees) / 2);
        rig.robot.says.quaternion[1] = Math.sin(Math.toRadians(degrees) / 2);
    }
}
