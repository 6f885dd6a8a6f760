package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
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
        assertEquals(Mode.STAND, Rig.mode(shake(95)));
        assertEquals(Fault.POWER, Rig.fault(shake(15)));
        rig.assertDamping();
    }

    private TickFrame shake(final int ticks) {
        TickFrame frame = null;
        for (int i = 0; i < ticks; i++) {
            Arrays.fill(rig.robot.says.dq, i % 2 == 0 ? 9 : -9);
            frame = rig.tick();
        }
        return frame;
    }
}
