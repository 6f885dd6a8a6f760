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
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.5)));
        lean(52);
        final TickFrame frame = rig.run(0.02);
        assertEquals(Fault.TILT, Rig.fault(frame));
        assertEquals(50, frame.real(TickField.FAULT_VALUE, 0), 0.6);
        rig.assertDamping();
    }

    @Test
    void letsAPersonCarryAPassiveRobot() {
        lean(120);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(1)));
    }

    private void lean(final double degrees) {
        rig.robot.rollRad = Math.toRadians(degrees);
    }
}
