package gaitd.robot.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MotionMeterTest {
    private static final double PERIOD_S = 0.01;

    private final MotionMeter meter = new MotionMeter(PERIOD_S);
    private final Motion motion = new Motion();

    /** Walks straight ahead of a heading, with a sway to the sides that nets nothing. */
    private void walk(final double seconds, final double speed, final double slip, final double command) {
        final int ticks = (int) Math.round(seconds / PERIOD_S);
        final double cos = Math.cos(motion.yaw);
        final double sin = Math.sin(motion.yaw);
        for (int i = 0; i < ticks; i++) {
            motion.x += (speed * cos - slip * sin) * PERIOD_S;
            motion.y += (speed * sin + slip * cos) * PERIOD_S;
            motion.vx = speed;
            motion.vy = slip;
            meter.walk(motion, command, 0, 0);
        }
    }

    @Test
    void measuresAStraightWalkInAnyHeading() {
        motion.yaw = 2;
        motion.x = 5;
        walk(20, 0.4, 0, 0.4);
        assertEquals(20, meter.walkSeconds(), 1e-9);
        assertEquals(8, meter.distanceM(), 0.01);
        assertEquals(0, meter.driftM(), 1e-9);
        assertEquals(0.4, meter.meanVelocity(0), 1e-9);
        assertEquals(0, meter.velocityMae(), 1e-9);
    }

    @Test
    void driftIsBesideTheCommandedPathOnly() {
        motion.yaw = -1;
        walk(10, 0.3, 0.05, 0.4);
        assertEquals(0.5, meter.driftM(), 0.01);
        assertEquals(Math.hypot(0.1, 0.05), meter.velocityMae(), 1e-9);
    }

    @Test
    void allOfTheErrorIsDriftWhenTheCommandIsToStay() {
        walk(10, 0.03, 0.04, 0);
        assertEquals(0.5, meter.driftM(), 0.01);
    }

    @Test
    void aCurveHasItsLengthAndNoDrift() {
        for (int i = 0; i < 1000; i++) {
            motion.yaw += 0.5 * PERIOD_S;
            motion.x += 0.3 * Math.cos(motion.yaw) * PERIOD_S;
            motion.y += 0.3 * Math.sin(motion.yaw) * PERIOD_S;
            motion.vx = 0.3;
            motion.yawRate = 0.5;
            meter.walk(motion, 0.3, 0, 0.5);
        }
        assertEquals(3, meter.distanceM(), 0.05);
        assertEquals(0, meter.driftM(), 0.02);
        assertEquals(0.5, meter.meanVelocity(2), 1e-9);
    }

    @Test
    void aFallCountsOnceUntilItHasBeenUpForASecond() {
        for (final boolean down : new boolean[] {false, true, false, true, true}) {
            motion.down = down;
            meter.watch(motion);
        }
        assertEquals(1, meter.falls());
        motion.down = false;
        for (int i = 0; i < 100; i++) {
            meter.watch(motion);
        }
        motion.down = true;
        meter.watch(motion);
        assertEquals(2, meter.falls());
    }

    @Test
    void keepsTheGreatestTilt() {
        motion.tilt = 0.2;
        meter.walk(motion, 0, 0, 0);
        motion.tilt = 0.1;
        meter.walk(motion, 0, 0, 0);
        assertEquals(Math.toDegrees(0.2), meter.tiltMaxDeg(), 1e-12);
    }
}
