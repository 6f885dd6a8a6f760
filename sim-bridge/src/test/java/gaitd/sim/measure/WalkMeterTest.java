package gaitd.sim.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Gravity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WalkMeterTest {
    private static final double PERIOD_S = 0.002;
    private static final double MASS_KG = 12;

    private final WalkMeter meter = new WalkMeter(PERIOD_S, MASS_KG);
    private final WalkSample sample = new WalkSample();
    private double yawRad;

    @BeforeEach
    void stand() {
        sample.heightM = 0.27;
    }

    private void head(final double rad) {
        yawRad = rad;
        sample.headingCos = Math.cos(rad);
        sample.headingSin = Math.sin(rad);
    }

    /** Moves by the velocities of the sample. */
    private void walk(final double seconds, final double vx, final double vy, final double yawRate) {
        final int ticks = (int) Math.round(seconds / PERIOD_S);
        for (int i = 0; i < ticks; i++) {
            head(yawRad + sample.yawRadS * PERIOD_S);
            sample.xM += (sample.forwardMS * sample.headingCos - sample.leftMS * sample.headingSin) * PERIOD_S;
            sample.yM += (sample.forwardMS * sample.headingSin + sample.leftMS * sample.headingCos) * PERIOD_S;
            meter.walk(sample, vx, vy, yawRate);
        }
    }

    @Test
    void measuresAStraightWalkInAnyHeading() {
        head(2);
        sample.xM = 5;
        sample.forwardMS = 0.4;
        walk(20, 0.4, 0, 0);
        final WalkFigures figures = meter.figures();
        assertEquals(20, figures.timeS(), 1e-9);
        assertEquals(8, figures.distanceM(), 0.01);
        assertEquals(8, figures.forwardM(), 0.01);
        assertEquals(0, figures.driftM(), 0.01);
        assertEquals(0.4, figures.meanForwardMS(), 1e-9);
        assertEquals(0, figures.forwardMaeMS(), 1e-9);
        assertEquals(figures.timeS(), meter.timeS());
        assertEquals(figures.distanceM(), meter.distanceM());
    }

    @Test
    void driftIsBesideTheCommandedPathOnly() {
        head(-1);
        sample.forwardMS = 0.3;
        sample.leftMS = 0.05;
        walk(10, 0.4, 0, 0);
        final WalkFigures figures = meter.figures();
        assertEquals(0.5, figures.driftM(), 0.01);
        assertEquals(0.1, figures.forwardMaeMS(), 1e-9);
        assertEquals(0.05, figures.leftMaeMS(), 1e-9);
        assertEquals(0.05, figures.meanLeftMS(), 1e-9);
    }

    @Test
    void allOfTheErrorIsDriftWhenTheCommandIsToStay() {
        sample.forwardMS = 0.03;
        sample.leftMS = 0.04;
        walk(10, 0, 0, 0);
        assertEquals(0.5, meter.figures().driftM(), 0.01);
    }

    @Test
    void aCurveHasItsLengthAndNoDrift() {
        sample.forwardMS = 0.3;
        sample.yawRadS = 0.5;
        walk(10, 0.3, 0, 0.5);
        final WalkFigures figures = meter.figures();
        assertEquals(3, figures.distanceM(), 0.05);
        assertEquals(0, figures.driftM(), 0.02);
        assertEquals(0.5, figures.meanYawRadS(), 1e-9);
        assertEquals(0, figures.yawMaeRadS(), 1e-9);
    }

    @Test
    void swayIsNoWayButAnErrorOfVelocity() {
        for (int half = 0; half < 80; half++) {
            sample.leftMS = half % 2 == 0 ? 0.2 : -0.2;
            walk(0.25, 0, 0, 0);
        }
        final WalkFigures figures = meter.figures();
        assertEquals(0, figures.distanceM(), 0.01);
        assertEquals(0, figures.meanLeftMS(), 1e-9);
        assertEquals(0.2, figures.leftMaeMS(), 1e-9);
    }

    @Test
    void errorsAreOfMeansOverTenMilliseconds() {
        for (int tick = 0; tick < 2000; tick++) {
            sample.forwardMS = tick % 5 == 0 ? 1 : 0;
            meter.walk(sample, 0.2, 0, 0);
        }
        assertEquals(0, meter.figures().forwardMaeMS(), 1e-9);
    }

    @Test
    void theFirstSecondIsNoErrorYet() {
        sample.forwardMS = 0.1;
        walk(1, 0.4, 0, 0);
        assertTrue(Double.isNaN(meter.figures().forwardMaeMS()));
        sample.forwardMS = 0.3;
        walk(0.01, 0.4, 0, 0);
        assertEquals(0.1, meter.figures().forwardMaeMS(), 1e-9);
    }

    @Test
    void keepsTheGreatestTiltAndTheMeanSquares() {
        sample.up = Math.cos(0.2);
        sample.rollRadS = 0.3;
        sample.pitchRadS = 0.4;
        walk(1, 0, 0, 0);
        sample.up = Math.cos(0.1);
        sample.rollRadS = 0;
        sample.pitchRadS = 0;
        walk(1, 0, 0, 0);
        final WalkFigures figures = meter.figures();
        assertEquals(0.2, figures.tiltMaxRad(), 1e-12);
        assertEquals(Math.sqrt((0.04 + 0.01) / 2), figures.tiltRmsRad(), 1e-9);
        assertEquals(Math.sqrt(0.25 / 2), figures.rollPitchRmsRadS(), 1e-9);
    }

    @Test
    void powerIsWorkOverTimeAndTransportCostsWorkOverWeightAndWay() {
        sample.forwardMS = 0.5;
        sample.workJ = 30 * PERIOD_S;
        sample.slipM = 0.02 * PERIOD_S;
        walk(10, 0.5, 0, 0);
        final WalkFigures figures = meter.figures();
        assertEquals(30, figures.meanPowerW(), 1e-9);
        assertEquals(300 / (MASS_KG * Gravity.M_S2 * figures.distanceM()), figures.costOfTransport(), 1e-12);
        assertEquals(0.02, figures.slipMS(), 1e-9);
    }

    @Test
    void transportHasACostFromOneMetreOn() {
        sample.workJ = 0.06;
        meter.walk(sample, 0, 0, 0);
        sample.xM = 0.999;
        meter.walk(sample, 0, 0, 0);
        assertTrue(Double.isNaN(meter.figures().costOfTransport()));
        sample.xM = 1.001;
        meter.walk(sample, 0, 0, 0);
        assertEquals(0.18 / (MASS_KG * Gravity.M_S2 * 1.001), meter.figures().costOfTransport(), 1e-12);
    }

    @Test
    void restingAddsNothingButFalls() {
        sample.forwardMS = 0.3;
        sample.workJ = 1;
        meter.rest(sample, true);
        sample.bodyContact = true;
        meter.rest(sample, true);
        final WalkFigures figures = meter.figures();
        assertEquals(0, figures.timeS());
        assertEquals(0, figures.distanceM());
        assertTrue(Double.isNaN(figures.meanPowerW()));
        assertEquals(1, figures.falls());
        assertEquals(1, meter.falls());
    }

    @Test
    void withoutACommandErrorsAndDriftAreUnknownAndTheRestIsNot() {
        sample.forwardMS = 0.3;
        sample.workJ = 20 * PERIOD_S;
        walk(5, Double.NaN, Double.NaN, Double.NaN);
        final WalkFigures figures = meter.figures();
        assertTrue(Double.isNaN(figures.driftM()));
        assertTrue(Double.isNaN(figures.forwardMaeMS()));
        assertEquals(1.5, figures.forwardM(), 0.01);
        assertEquals(20, figures.meanPowerW(), 1e-9);
    }

    @Test
    void forgetsEverythingAtABeginning() {
        sample.forwardMS = 0.3;
        sample.up = 0.9;
        sample.workJ = 1;
        walk(5, 0, 0.4, 0.1);
        sample.bodyContact = true;
        walk(1, 0, 0, 0);
        meter.begin(2 * MASS_KG, true);
        sample.bodyContact = false;
        sample.up = 1;
        sample.workJ = 10 * PERIOD_S;
        head(0);
        walk(10, 0.3, 0, 0);
        final WalkFigures figures = meter.figures();
        assertEquals(0, figures.falls());
        assertEquals(10, figures.timeS(), 1e-9);
        assertEquals(3, figures.distanceM(), 0.01);
        assertEquals(0, figures.driftM(), 0.01);
        assertEquals(0, figures.tiltMaxRad());
        assertEquals(0, figures.forwardMaeMS(), 1e-9);
        assertEquals(100 / (2 * MASS_KG * Gravity.M_S2 * figures.distanceM()), figures.costOfTransport(), 1e-9);
    }
}
