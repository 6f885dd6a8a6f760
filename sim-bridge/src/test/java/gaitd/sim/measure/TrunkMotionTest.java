package gaitd.sim.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.sim.engine.SimState;
import org.junit.jupiter.api.Test;

class TrunkMotionTest {
    private final SimState state = new SimState();
    private final TrunkMotion motion = new TrunkMotion();

    /** Turned by yaw, then leaning forward by pitch. */
    private void turn(final double yaw, final double pitch) {
        final double cy = Math.cos(yaw / 2);
        final double sy = Math.sin(yaw / 2);
        final double cp = Math.cos(pitch / 2);
        final double sp = Math.sin(pitch / 2);
        state.baseQuaternion[0] = cy * cp;
        state.baseQuaternion[1] = -sy * sp;
        state.baseQuaternion[2] = cy * sp;
        state.baseQuaternion[3] = sy * cp;
    }

    @Test
    void velocitiesAreAlongTheHeading() {
        turn(Math.PI / 6, 0.3);
        state.baseVelocity[0] = Math.cos(Math.PI / 6) * 0.5 - Math.sin(Math.PI / 6) * 0.2;
        state.baseVelocity[1] = Math.sin(Math.PI / 6) * 0.5 + Math.cos(Math.PI / 6) * 0.2;
        motion.update(state);
        assertEquals(0.5, motion.forwardMS, 1e-12);
        assertEquals(0.2, motion.leftMS, 1e-12);
        assertEquals(0.3, TrunkMotion.tiltRad(motion.up), 1e-12);
        assertEquals(Math.cos(Math.PI / 6), motion.cos, 1e-12);
        assertEquals(Math.sin(Math.PI / 6), motion.sin, 1e-12);
    }

    @Test
    void turningIsAboutTheVertical() {
        turn(1, 0.4);
        state.baseAngularVelocity[0] = -Math.sin(0.4) * 0.7;
        state.baseAngularVelocity[2] = Math.cos(0.4) * 0.7;
        motion.update(state);
        assertEquals(0.7, motion.yawRadS, 1e-12);
    }
}
