package gaitd.robot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.engine.SimState;
import org.junit.jupiter.api.Test;

class MotionTest {
    private final SimState truth = new SimState();
    private final Motion motion = new Motion();

    private void turn(final double angle, final int axis) {
        truth.baseQuaternion[0] = Math.cos(angle / 2);
        truth.baseQuaternion[1 + axis] = Math.sin(angle / 2);
    }

    @Test
    void velocityIsThatOfTheHeading() {
        turn(Math.PI / 2, 2);
        truth.baseVelocity[0] = -0.1;
        truth.baseVelocity[1] = 0.4;
        truth.baseAngularVelocity[2] = 0.3;
        motion.truth(truth);
        assertEquals(Math.PI / 2, motion.yaw, 1e-12);
        assertEquals(0.4, motion.vx, 1e-12);
        assertEquals(0.1, motion.vy, 1e-12);
        assertEquals(0.3, motion.yawRate, 1e-12);
        assertEquals(0, motion.tilt, 1e-6);
    }

    @Test
    void tiltIsThatOfTheTrunk() {
        turn(0.3, 0);
        motion.truth(truth);
        assertEquals(0.3, motion.tilt, 1e-9);
        assertFalse(motion.down);
    }

    @Test
    void isDownWhenTheTrunkTouchesOrLeansTooFar() {
        truth.bodyContact = true;
        motion.truth(truth);
        assertTrue(motion.down);
        truth.bodyContact = false;
        turn(1.2, 1);
        motion.truth(truth);
        assertTrue(motion.down);
    }
}
