package gaitd.runtime.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate against the laws of a rigid body, at random orientations, speeds and poses. */
class BodyMotionTest {
    private static final double PERIOD_S = 0.002;
    private static final double[] POSE_RAD = {0.1, 0.8, -1.6};

    private final Random random = new Random(12);
    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final Sensed sensed = new Sensed();
    private final BodyEstimator estimator = new BodyEstimator(PERIOD_S, LegGeometry.A1);
    private final BodyEstimate estimate = new BodyEstimate();

    BodyMotionTest() {
        for (int i = 0; i < A1.JOINTS; i++) {
            sensed.q[i] = POSE_RAD[i % 3] + 0.03 * i;
        }
    }

    private void run(final int ticks) {
        for (int i = 0; i < ticks; i++) {
            estimator.update(sensed, estimate);
        }
    }

    /** Turns the robot by an angle about an axis, and lets it feel gravity; gives trunk to world by Rodrigues. */
    private double[][] orient(final double length, final double rad) {
        final double[] u = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
        final double size = Math.sqrt(u[0] * u[0] + u[1] * u[1] + u[2] * u[2]);
        final double[][] r = new double[3][3];
        sensed.quaternion[0] = length * Math.cos(rad / 2);
        for (int i = 0; i < 3; i++) {
            u[i] /= size;
            sensed.quaternion[i + 1] = length * Math.sin(rad / 2) * u[i];
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                r[i][j] += (1 - Math.cos(rad)) * u[i] * u[j] + (i == j ? Math.cos(rad) : 0);
            }
            r[(i + 1) % 3][i] += Math.sin(rad) * u[(i + 2) % 3];
            r[i][(i + 1) % 3] -= Math.sin(rad) * u[(i + 2) % 3];
        }
        for (int i = 0; i < 3; i++) {
            sensed.accelerometer[i] = Gravity.M_S2 * r[2][i];
        }
        return r;
    }

    private static double[] times(final double[][] m, final double... v) {
        final double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            product[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
        }
        return product;
    }

    private static double[] cross(final double[] a, final double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /** Loads one foot as wholly as its sensor and its torques can tell, or less: a belief of 0.5 and half a share. */
    private void load(final int leg, final double[][] r, final double share) {
        final double[] jacobian = new double[9];
        kinematics.jacobian(leg, sensed.q, jacobian);
        final double forceN = 8 + 17 * share;
        for (int joint = 0; joint < 3; joint++) {
            double torque = 0;
            for (int axis = 0; axis < 3; axis++) {
                torque -= jacobian[3 * axis + joint] * forceN * r[2][axis];
            }
            sensed.tauEst[3 * leg + joint] = torque;
        }
        sensed.footForce[leg] = 45;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 1, 1.1})
    void orientationIsThatOfTheQuaternionWhateverItsLength(final double length) {
        for (int n = 0; n < 50; n++) {
            final double[][] r = orient(Math.clamp(length, 0.9001, 1.0999), Math.PI * (2 * random.nextDouble() - 1));
            sensed.gyro[0] = random.nextGaussian();
            sensed.gyro[1] = random.nextGaussian();
            sensed.gyro[2] = random.nextGaussian();
            run(1);
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(r[i], Arrays.copyOfRange(estimate.rotation, 3 * i, 3 * i + 3), 1e-12);
            }
            assertArrayEquals(sensed.gyro, estimate.angularVelocity);
            final double cosPitch = Math.cos(estimate.pitch);
            assertEquals(r[2][0], -Math.sin(estimate.pitch), 1e-9);
            assertEquals(r[2][1], cosPitch * Math.sin(estimate.roll), 1e-9);
            assertEquals(r[2][2], cosPitch * Math.cos(estimate.roll), 1e-9);
            assertEquals(r[0][0], cosPitch * Math.cos(estimate.yaw), 1e-9);
            assertEquals(r[1][0], cosPitch * Math.sin(estimate.yaw), 1e-9);
            assertEquals(r[2][2], Math.cos(estimate.tilt), 1e-9);
        }
    }

    @Test
    void powerIsTheSumOfAllJointsWhateverTheirSigns() {
        double sum = 0;
        for (int i = 0; i < A1.JOINTS; i++) {
            sensed.tauEst[i] = (i % 2 == 0 ? 1 : -1) * (i + 1);
            sensed.dq[i] = (i % 3 == 0 ? 1 : -1) * (2 + 0.5 * i);
            sum += (i + 1) * (2 + 0.5 * i);
        }
        run(1);
        assertEquals(sum, estimate.powerW, 1e-9);
    }

    @Test
    void withoutContactItFliesByItsAccelerationLessGravity() {
        for (int n = 0; n < 20; n++) {
            estimator.reset();
            final double[][] r = orient(1, random.nextDouble());
            for (int i = 0; i < 3; i++) {
                sensed.accelerometer[i] += random.nextGaussian() + (i == 0 ? 3 : 0);
            }
            final double[] world = times(r, sensed.accelerometer);
            world[2] -= Gravity.M_S2;
            run(100);
            final double t = 0.2;
            for (int i = 0; i < 3; i++) {
                assertEquals(world[i] * t, estimate.velocityWorld[i], 1e-9);
                assertEquals(world[i] * t * t / 2, estimate.position[i], 1e-9);
            }
        }
    }

    /** Where the point of the foot that touches the ground is, and how it moves against the trunk's origin, in the world. */
    private double[] contactVelocity(final int leg, final double[][] r) {
        final double dt = 1e-6;
        final double[] ahead = sensed.q.clone();
        final double[] behind = sensed.q.clone();
        for (int i = 3 * leg; i < 3 * leg + 3; i++) {
            ahead[i] += dt * sensed.dq[i];
            behind[i] -= dt * sensed.dq[i];
        }
        final double[] p = new double[3];
        final double[] plus = new double[3];
        final double[] minus = new double[3];
        kinematics.forward(leg, sensed.q, p, 0);
        kinematics.forward(leg, ahead, plus, 0);
        kinematics.forward(leg, behind, minus, 0);
        final double[] velocity = cross(sensed.gyro, p);
        for (int i = 0; i < 3; i++) {
            velocity[i] += (plus[i] - minus[i]) / (2 * dt);
        }
        final double[] centre = times(r, velocity);
        final double hip = sensed.q[3 * leg];
        final double bend = sensed.dq[3 * leg + 1] + sensed.dq[3 * leg + 2];
        final double[] calf = times(
                r,
                sensed.gyro[0] + sensed.dq[3 * leg],
                sensed.gyro[1] + Math.cos(hip) * bend,
                sensed.gyro[2] + Math.sin(hip) * bend);
        final double[] toGround = cross(calf, new double[] {0, 0, -A1.FOOT_RADIUS_M});
        for (int i = 0; i < 3; i++) {
            centre[i] += toGround[i];
        }
        return centre;
    }

    private void move() {
        for (int i = 0; i < 3; i++) {
            sensed.gyro[i] = random.nextGaussian();
        }
        for (int i = 0; i < A1.JOINTS; i++) {
            sensed.dq[i] = 3 * random.nextGaussian();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theTrunkMovesSoThatTheLoadedFootDoesNotSlip(final int leg) {
        for (int n = 0; n < 10; n++) {
            estimator.reset();
            Arrays.fill(sensed.tauEst, 0);
            Arrays.fill(sensed.footForce, 0);
            final double[][] r = orient(1, 0.6 * random.nextDouble());
            move();
            load(leg, r, 1);
            run(2);
            final double[] foot = contactVelocity(leg, r);
            assertEquals(-foot[2], estimate.velocityWorld[2], 0.02 * Math.abs(foot[2]) + 1e-3);
            run(30_000);
            assertEquals(-foot[0], estimate.velocityWorld[0], 1e-6);
            assertEquals(-foot[1], estimate.velocityWorld[1], 1e-6);
            final double[] v = estimate.velocityWorld;
            final double c = Math.cos(estimate.yaw);
            final double s = Math.sin(estimate.yaw);
            final double[] turnedBack = {c * v[0] + s * v[1], c * v[1] - s * v[0], v[2]};
            assertArrayEquals(turnedBack, estimate.velocityHeading, 1e-9);
        }
    }

    /** One foot says a little more than the other; what the estimate makes of both is the unsure one's share. */
    @ParameterizedTest
    @CsvSource({"0,1", "1,0", "2,3", "3,1"})
    void aFootThatIsBelievedLessCountsLess(final int sure, final int unsure) {
        final double[][] r = orient(1, 0);
        load(sure, r, 1);
        load(unsure, r, 0.5);
        sensed.dq[3 * sure] = 0.02;
        sensed.dq[3 * unsure] = 0.03;
        run(20_000);
        final double v1 = -contactVelocity(sure, r)[1];
        final double v2 = -contactVelocity(unsure, r)[1];
        final double share = (estimate.velocityWorld[1] - v1) / (v2 - estimate.velocityWorld[1]);
        assertEquals(Math.pow(0.75, 4), share, 0.02);
    }

    private void standOnAll(final double[][] r) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            load(leg, r, 1);
        }
    }

    /** As a foot that just touches or leaves the ground, with sensor and torques that say that it stands. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aFootThatMovesOverTheGroundHardlyMovesTheEstimate(final int odd) {
        final double[][] r = orient(1, 0);
        standOnAll(r);
        run(5000);
        sensed.dq[3 * odd + 1] = 3;
        sensed.dq[3 * odd + 2] = -2;
        assertTrue(Math.abs(contactVelocity(odd, r)[0]) > 0.2);
        for (int tick = 0; tick < 100; tick++) {
            run(1);
            assertEquals(0, estimate.velocityWorld[0], 0.01);
            assertEquals(0, estimate.velocityWorld[2], 0.01);
        }
    }

    /** As after a blow that the accelerometer did not show. */
    @Test
    void aVelocityThatNoFootAgreesWithIsFoundAgain() {
        final double[][] r = orient(1, 0);
        standOnAll(r);
        run(5000);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sensed.dq[3 * leg + 1] = 3;
        }
        final double forward = -contactVelocity(0, r)[0];
        assertTrue(Math.abs(forward) > 0.5, "forward " + forward);
        run(250);
        assertEquals(forward, estimate.velocityWorld[0], 0.05);
    }

    /** Turning on the spot while it walks forward: the velocity in the heading frame stays what it is. */
    @Test
    void theHeadingMayTurnWithoutAFootOnTheGround() {
        final double[][] r = orient(1, 0);
        standOnAll(r);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            sensed.dq[3 * leg + 1] = 1;
        }
        run(20_000);
        final double[] before = estimate.velocityWorld.clone();
        Arrays.fill(sensed.footForce, 0);
        Arrays.fill(sensed.tauEst, 0);
        sensed.gyro[2] = 2;
        for (int tick = 0; tick < 200; tick++) {
            final double half = (tick + 1) * PERIOD_S;
            sensed.quaternion[0] = Math.cos(half);
            sensed.quaternion[1] = 0;
            sensed.quaternion[2] = 0;
            sensed.quaternion[3] = Math.sin(half);
            run(1);
        }
        assertEquals(before[0], estimate.velocityWorld[0], 1e-3);
        assertEquals(before[1], estimate.velocityWorld[1], 1e-3);
        final double c = Math.cos(0.8);
        final double s = Math.sin(0.8);
        assertEquals(c * before[0] + s * before[1], estimate.velocityHeading[0], 1e-3);
        assertEquals(c * before[1] - s * before[0], estimate.velocityHeading[1], 1e-3);
    }

    @Test
    void theHeightIsThatOverTheFeetWeightedByBelief() {
        final double[][] r = orient(1, 0.3);
        load(1, r, 1);
        load(2, r, 0.5);
        run(20_000);
        final double weight = 0.75 * 0.75;
        final double mean = (height(1, r) + weight * height(2, r)) / (1 + weight);
        assertEquals(mean, estimate.position[2], 1e-6);
    }

    private double height(final int leg, final double[][] r) {
        final double[] p = new double[3];
        kinematics.forward(leg, sensed.q, p, 0);
        return A1.FOOT_RADIUS_M - times(r, p)[2];
    }

    @Test
    void aFootOfHalfABeliefCountsAndOneOfLessDoesNot() {
        final double[][] r = orient(1, 0);
        move();
        load(0, r, 0);
        run(50_000);
        assertEquals(-contactVelocity(0, r)[0], estimate.velocityWorld[0], 1e-6);
        estimator.reset();
        sensed.footForce[0] = 44;
        run(1);
        assertEquals(0, estimate.velocityWorld[0]);
    }

    /** Its speed is found wrong by 1 m/s then; the odometry of the ground it walked on before is not. */
    @Test
    void theOdometryHardlyMovesWhenARobotThatHungForLongTouchesTheGround() {
        final double[][] r = orient(1, 0);
        sensed.accelerometer[0] += 0.6;
        sensed.accelerometer[1] -= 0.6;
        run(833);
        assertEquals(1, estimate.velocityWorld[0], 0.01);
        final double[] before = estimate.position.clone();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            load(leg, r, 1);
        }
        run(1);
        for (int i = 0; i < 2; i++) {
            assertEquals(0, estimate.velocityWorld[i], 0.01);
            assertEquals(before[i], estimate.position[i], 1.1);
        }
    }

    @Test
    void theLegsHeightIsThatOverTheLowestFoot() {
        for (int n = 0; n < 50; n++) {
            final double[][] r = orient(1, random.nextDouble());
            for (int i = 0; i < A1.JOINTS; i++) {
                sensed.q[i] = POSE_RAD[i % 3] + 0.3 * random.nextGaussian();
            }
            run(1);
            double highest = 0;
            for (int leg = 0; leg < A1.LEGS; leg++) {
                highest = Math.max(highest, height(leg, r));
            }
            assertEquals(highest, estimate.legHeightM(), 1e-9);
        }
    }

    @Test
    void allFeetTogetherCarry() {
        final double[][] r = orient(1, 0.4);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            load(leg, r, leg);
        }
        run(1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            assertEquals(8 + 17 * leg, estimate.footForceN[leg], 1e-6);
        }
        assertEquals(32 + 17 * 6, estimate.carriedN(), 1e-6);
    }
}
