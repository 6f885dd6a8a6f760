package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class TicksMissedTest {
    private final Rig rig = new Rig();

    @Test
    void sitsDownWhenTooManyTicksInARowAreMissed() {
        rig.stand();
        rig.missed(50);
        assertEquals(Mode.STAND, Rig.mode(rig.tick()));
        rig.missed(51);
        assertEquals(Fault.TICKS_MISSED, Rig.fault(rig.tick()));
        rig.missed(0);
        assertEquals(Mode.SIT_DOWN, Rig.mode(rig.run(1)));
        assertEquals(Mode.FAULT, Rig.mode(rig.run(2)));
        rig.assertDamping();
    }

    @Test
    void doesNotMindALateLoopWhileTheRobotIsPassive() {
        rig.missed(500);
        assertEquals(Mode.PASSIVE, Rig.mode(rig.run(0.1)));
        rig.assertDamping();
    }
}
