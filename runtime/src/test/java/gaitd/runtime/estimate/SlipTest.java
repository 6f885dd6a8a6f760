package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.runtime.loop.FakeRobot;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speed of feet over the ground, and doubt about the trunk's speed: all that learners look at beside the estimate itself. */
class SlipTest {
    private static final double PERIOD_S = 0.002;
    private static final double SMALL = 1e-7;

    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final Sensed sensed = new FakeRobot().says;
    private final BodyEstimator estimator = new BodyEstimator(PERIOD_S, LegGeometry.A1);
    private final BodyEstimate estimate = new BodyEstimate();

    private void run(final double seconds) {
        for (int i = 0; i < seconds / PERIOD_S; i++) {
            estimator.update(sensed, estimate);
        }
    }

    /** Velocity of a foot against the trunk, by a difference of its places, m/s. */
    private double[] footVelocity(final int leg) {
        final double[] q = sensed.q.clone();
        final double[] before = new double[3];
        final double[] after = new double[3];
        kinematics.forward(leg, q, before, 0);
        for (int i = 3 * leg; i < 3 * leg + 3; i++) {
            q[i] += SMALL * sensed.dq[i];
        }
        kinematics.forward(leg, q, after, 0);
        return new double[] {(after[0] - before[0]) / SMALL, (after[1] - before[1]) / SMALL};
    }

    private double expected(final int leg) {
        final double[] foot = footVelocity(leg);
        final double rollsX = A1.FOOT_RADIUS_M * (sensed.dq[3 * leg + 1] + sensed.dq[3 * leg + 2]);
        final double rollsY = A1.FOOT_RADIUS_M * sensed.dq[3 * leg];
        return Math.hypot(estimate.velocityWorld[0] + foot[0] - rollsX, estimate.velocityWorld[1] + foot[1] + rollsY);
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,-1", "1,1", "1,-1", "2,1", "2,-1"})
    void theFootThatMovesSlips(final int joint, final double radS) {
        for (int moved = 0; moved < A1.LEGS; moved++) {
            Arrays.fill(sensed.dq, 0);
            run(1);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                assertEquals(0, estimate.slipMS[leg], 1e-3, "nothing moves");
            }
            sensed.dq[3 * moved + joint] = radS;
            run(0.01);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                assertEquals(expected(leg), estimate.slipMS[leg], 1e-5, "leg " + leg);
            }
            assertTrue(estimate.slipMS[moved] > 0.05, "leg " + moved + ": " + estimate.slipMS[moved]);
        }
    }

    @Test
    void aFootThatDoesNotCarryDoesNotSlip() {
        run(1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sensed.dq[3 * leg] = 1;
        }
        final int[] force = sensed.footForce.clone();
        final double[] torque = sensed.tauEst.clone();
        boolean unsure = false;
        for (int tick = 0; tick < 1000; tick++) {
            final double share = Math.max(0, 1 - tick / 500.0);
            Arrays.setAll(sensed.footForce, leg -> (int) (share * force[leg]));
            Arrays.setAll(sensed.tauEst, i -> share * torque[i]);
            estimator.update(sensed, estimate);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                final boolean carries = estimate.contact[leg] && estimate.contactBelief[leg] >= 0.5;
                unsure |= estimate.contact[leg] && !carries;
                assertEquals(carries, estimate.slipMS[leg] > 0, "tick " + tick + " leg " + leg);
            }
        }
        assertTrue(unsure, "contact outlasts belief");
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertFalse(estimate.contact[leg]);
        }
    }

    @Test
    void doubtGrowsInTheAirAndGoesOnTheGround() {
        run(1);
        final double standing = estimate.doubtMS;
        assertTrue(standing > 0 && standing < 0.1, "standing " + standing);
        final int[] force = sensed.footForce.clone();
        final double[] torque = sensed.tauEst.clone();
        Arrays.fill(sensed.footForce, 0);
        Arrays.fill(sensed.tauEst, 0);
        sensed.dq[0] = 0.5;
        run(0.3);
        final double first = estimate.doubtMS;
        run(0.3);
        final double second = estimate.doubtMS;
        assertTrue(first > 2 * standing && second > first, standing + ", " + first + ", " + second);
        sensed.dq[0] = 0;
        System.arraycopy(force, 0, sensed.footForce, 0, force.length);
        System.arraycopy(torque, 0, sensed.tauEst, 0, torque.length);
        run(1);
        assertEquals(standing, estimate.doubtMS, 0.01);
    }
}
