package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.loop.Rig;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.Test;

class StateNotFiniteTest {
    private final Rig rig = new Rig();

    @Test
    void dampsInTheSameTickWhenAJointAngleIsNotANumber() {
        rig.stand();
        rig.robot.says.q[4] = Double.NaN;
        final TickFrame frame = rig.tick();
        assertEquals(Fault.STATE_NOT_FINITE, Rig.fault(frame));
        rig.assertDamping();
    }

    @Test
    void dampsWhenTheQuaternionIsInfinite() {
        rig.stand();
        rig.robot.says.quaternion[2] = Double.POSITIVE_INFINITY;
        rig.tick();
        rig.assertDamping();
        assertEquals(Mode.FAULT, Rig.mode(rig.tick()));
    }
}
