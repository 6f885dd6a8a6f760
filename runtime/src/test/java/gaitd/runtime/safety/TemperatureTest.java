package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class TemperatureTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenAMotorIsTooHot() {
        rig.stand();
        rig.robot.says.motorTemperatureC[11] = 80;
        assertEquals(Mode.STAND, Rig.mode(rig.tick()));
        rig.robot.says.motorTemperatureC[11] = 81;
        final TickFrame frame = rig.tick();
        assertEquals(Fault.TEMPERATURE, Rig.fault(frame));
        rig.assertDamping();
    }
}
