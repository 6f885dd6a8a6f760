package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;
import org.junit.jupiter.api.Test;

class GroundTruthTest {
    private static final double DT = 0.01;

    private final GroundTruth meter = new GroundTruth(Terrain.FLAT);
    private final SimState state = new SimState();

    private void standing() {
        state.basePosition[2] = 0.27;
    }

    private void walk(final double vx, final double vy, final int steps) {
        for (int i = 0; i < steps; i++) {
            meter.update(state, DT, 0.5, 0, 0.1);
            state.basePosition[0] += DT * vx;
            state.basePosition[1] += DT * vy;
        }
    }

    @Test
    void measuresWayAndDriftFromTheHeadingAtTheStart() {
        standing();
        Attitudes.fromRollPitchYaw(0, 0, Math.PI / 2, state.baseQuaternion);
        state.baseVelocity[0] = -0.1;
        state.baseVelocity[1] = 0.4;
        walk(-0.1, 0.4, 101);
        assertEquals(0.4, meter.forwardM(), 1e-9);
        assertEquals(0.1, meter.driftM(), 1e-9);
        assertEquals(0.4, meter.meanForwardMS(), 1e-9);
        final WalkReport report = meter.report();
        assertEquals(0.1, report.meanLeftMS(), 1e-9);
        assertEquals(Math.hypot(0.4, 0.1), report.pathM(), 1e-9);
        assertEquals(Math.hypot(0.1, 0.1), meter.velocityMaeMS(), 1e-9);
        assertEquals(1.01, report.timeS(), 1e-9);
    }

    @Test
    void turnsTrunkRatesIntoARateAboutTheVertical() {
        standing();
        Attitudes.fromRollPitchYaw(0, 0.5, 0, state.baseQuaternion);
        state.baseAngularVelocity[0] = -Math.sin(0.5) * 0.4;
        state.baseAngularVelocity[2] = Math.cos(0.5) * 0.4;
        walk(0, 0, 10);
        assertEquals(0.4, meter.report().meanYawRadS(), 1e-9);
        assertEquals(0.3, meter.report().yawMaeRadS(), 1e-9);
        assertEquals(0.5, meter.tiltMaxRad(), 1e-9);
    }

    @Test
    void countsPowerOfBrakingAndDrivingAndTheCostOfTheWay() {
        standing();
        state.motorTorque[0] = 10;
        state.dq[0] = 2;
        state.motorTorque[1] = -10;
        state.dq[1] = 1;
        walk(0.5, 0, 201);
        assertEquals(30, meter.report().meanPowerW(), 1e-9);
        assertEquals(30 * 2.01 / (A1.MASS_KG * 9.81 * 1.0), meter.costOfTransport(), 1e-9);
    }

    @Test
    void costsInfinitelyMuchWithoutAnyWay() {
        assertEquals(Double.POSITIVE_INFINITY, meter.costOfTransport());
        assertEquals(0, meter.forwardM());
        assertEquals(0, meter.meanForwardMS());
    }

    @Test
    void countsAFallOnceUntilUprightAgain() {
        standing();
        walk(0, 0, 1);
        state.bodyContact = true;
        walk(0, 0, 5);
        state.bodyContact = false;
        state.basePosition[2] = 0.15;
        walk(0, 0, 5);
        state.bodyContact = true;
        walk(0, 0, 5);
        assertEquals(1, meter.falls());
        assertTrue(meter.isDown());
        state.bodyContact = false;
        standing();
        walk(0, 0, 1);
        state.basePosition[2] = 0.119;
        walk(0, 0, 3);
        assertEquals(2, meter.falls());
        standing();
        walk(0, 0, 1);
        Attitudes.fromRollPitchYaw(1.06, 0, 0, state.baseQuaternion);
        walk(0, 0, 3);
        assertEquals(3, meter.falls());
    }

    @Test
    void doesNotCallLyingAFall() {
        state.basePosition[2] = 0.1;
        state.bodyContact = true;
        walk(0, 0, 10);
        assertEquals(0, meter.falls());
    }

    @Test
    void callsAHeightThatIsNotANumberAFall() {
        standing();
        walk(0, 0, 1);
        state.basePosition[2] = Double.NaN;
        walk(0, 0, 1);
        assertEquals(1, meter.falls());
    }

    @Test
    void forgetsEverythingAtABeginning() {
        standing();
        state.motorTorque[0] = 5;
        state.dq[0] = 1;
        walk(1, 1, 10);
        state.bodyContact = true;
        walk(1, 1, 10);
        meter.begin();
        state.bodyContact = false;
        walk(0, 0, 1);
        final WalkReport report = meter.report();
        assertEquals(0, report.falls());
        assertEquals(0, report.pathM());
        assertEquals(0, report.forwardM());
        assertEquals(DT, report.timeS(), 1e-12);
    }
}
