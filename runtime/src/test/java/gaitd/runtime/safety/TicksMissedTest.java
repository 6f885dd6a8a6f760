package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class TicksMissedTest {
    private final Rig rig = new Rig();

    @Test
    void dampsWhenTooManyTicksInARowAreMissed() {
        rig.stand();
        rig.missed(50);
        assertEquals(Mode.STAND, Rig.mode(rig.tick()));
        rig.missed(51);
        final TickFrame frame = rig.tick();
        assertEquals(Fault.TICKS_MISSED, Rig.fault(frame));
        rig.assertDamping();
    }

    @Test
    void doesNotMindALateLoopWhileTheRobotIsPassive() {
        rig.missed(500);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(0.1)));
        rig.assertDamping();
    }
}
