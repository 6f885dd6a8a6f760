package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PowerTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenPowerStaysTooHigh() {
        rig.stand();
        Arrays.fill(rig.robot.says.tauEst, 10);
        Arrays.fill(rig.robot.says.dq, 9);
        assertEquals(Mode.STAND, Rig.mode(rig.run(0.19)));
        assertEquals(Fault.POWER, Rig.fault(rig.run(0.03)));
        rig.assertDamping();
    }
}
