package gaitd.sim.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.policies.learn.RandomStream;
import gaitd.sim.engine.SimState;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Each kind of wear does what it is named after. */
class WearTest {
    private static final double[] LEVEL = {1, 0, 0, 0};

    private final FakeSimulator sim = new FakeSimulator();
    private final Wear wear = new Wear();
    private final MotorDrives drives = new MotorDrives(wear);
    private final JointCommands commands = new JointCommands();
    private final Sensed sensed = new Sensed();

    private WearTest() {
        Arrays.fill(commands.mode, MotorMode.SERVO);
    }

    private SimulatedA1 robot(final SensorNoise noise) {
        return new SimulatedA1(sim, noise, 5, 1e9);
    }

    private static void place(final SimulatedA1 robot) {
        robot.place(new double[] {0, 0, 1}, LEVEL, new double[A1.JOINTS]);
    }

    @Test
    void strengthScalesTheTorqueButNotItsEstimate() {
        final SimulatedA1 robot = robot(SensorNoise.none());
        robot.wear().strength[4] = 0.6;
        place(robot);
        commands.tau[4] = 10;
        commands.tau[5] = 10;
        robot.command(commands);
        robot.stepOnce();
        assertEquals(6, sim.torque[4], 1e-12);
        assertEquals(10, sim.torque[5], 1e-12);
        robot.sense(sensed);
        assertEquals(10, sensed.tauEst[4], 1e-12);
    }

    @Test
    void aWeakMotorsLimitIsLowerToo() {
        wear.strength[0] = 0.5;
        commands.tau[0] = 100;
        drives.command(commands);
        drives.update(new double[12], new double[12], 1, true);
        assertEquals(0.5 * A1.TORQUE_MAX_NM, drives.torqueNm[0], 1e-9);
    }

    @Test
    void gainsAreScaledEachByItsOwn() {
        wear.kpScale[3] = 0.8;
        wear.kdScale[3] = 1.3;
        commands.kp[3] = 50;
        commands.kd[3] = 2;
        commands.q[3] = 0.1;
        drives.command(commands);
        drives.update(new double[12], new double[12], 1, true);
        assertEquals(0.8 * 50 * 0.1, drives.torqueNm[3], 1e-12);
        assertEquals(2.6, drives.dampingNmSRad[3], 1e-12);
    }

    @Test
    void anEncoderErrorMisleadsDriveAndControllerAlike() {
        final SimulatedA1 robot = robot(SensorNoise.none());
        robot.wear().jointOffsetRad[7] = 0.05;
        place(robot);
        robot.sense(sensed);
        assertEquals(0.05, sensed.q[7], 1e-15);
        commands.q[7] = 0.05;
        commands.kp[7] = 100;
        commands.q[8] = 0.05;
        commands.kp[8] = 100;
        robot.command(commands);
        robot.stepOnce();
        assertEquals(0, sim.torque[7], 1e-12);
        assertEquals(5, sim.torque[8], 1e-12);
    }

    @Test
    void latencyDelaysByWholeSteps() {
        for (final int steps : new int[] {0, 1, 2, 7, Wear.LATENCY_STEPS_MAX}) {
            final SimulatedA1 robot = robot(SensorNoise.none());
            robot.wear().latencySteps = steps;
            place(robot);
            for (int i = 0; i < 3 * Wear.LATENCY_STEPS_MAX; i++) {
                if (i % 2 == 0) {
                    commands.tau[0] = 1 + 0.01 * i;
                    robot.command(commands);
                }
                robot.stepOnce();
                final int sent = i - steps - Math.floorMod(i - steps, 2);
                assertEquals(sent < 0 ? 0 : 1 + 0.01 * sent, sim.torque[0], 1e-12, "latency " + steps + ", step " + i);
            }
        }
    }

    @Test
    void commandsOnTheirWayAreForgottenWithTheRobotsPlace() {
        final SimulatedA1 robot = robot(SensorNoise.none());
        robot.wear().latencySteps = 5;
        place(robot);
        commands.tau[0] = 9;
        robot.command(commands);
        place(robot);
        for (int i = 0; i < 20; i++) {
            robot.stepOnce();
            assertEquals(0, sim.torque[0]);
        }
    }

    @Test
    void biasesAreSeen() {
        final SimulatedA1 robot = robot(SensorNoise.none());
        robot.wear().gyroBiasRadS[1] = 0.02;
        robot.wear().accelerometerBiasMS2[0] = 0.3;
        robot.wear().attitudeBiasRad[0] = 0.04;
        robot.wear().footOffsetCounts[2] = 33;
        place(robot);
        robot.sense(sensed);
        assertEquals(0.02, sensed.gyro[1], 1e-15);
        assertEquals(0, sensed.gyro[0], 1e-15);
        assertEquals(0.3, sensed.accelerometer[0], 1e-12);
        assertEquals(0.04, sensed.rpy[0], 1e-4);
        assertEquals(0, sensed.rpy[1], 1e-12);
        assertEquals(33, sensed.footForce[2]);
        assertEquals(0, sensed.footForce[1]);
    }

    @Test
    void footSensorsDrift() {
        final SensorSuite suite = new SensorSuite(SensorNoise.none(), wear, new Hands(), 3);
        wear.footDriftCounts[1] = 40;
        final SimState truth = new SimState();
        int least = 0;
        int most = 0;
        for (int s = 0; s < 120; s++) {
            truth.timeS = s;
            suite.sense(truth, sensed);
            least = Math.min(least, sensed.footForce[1]);
            most = Math.max(most, sensed.footForce[1]);
            assertEquals(0, sensed.footForce[0]);
        }
        assertEquals(80, most - least, 6);
    }

    @Test
    void noiseIsScaled() {
        final double once = deviation(1);
        assertEquals(3, deviation(3) / once, 0.1);
        assertEquals(0, deviation(0));
    }

    private double deviation(final double scale) {
        final SensorSuite suite = new SensorSuite(SensorNoise.typical(), wear, new Hands(), 3);
        wear.noiseScale = scale;
        final SimState truth = new SimState();
        double sum = 0;
        for (int i = 0; i < 2000; i++) {
            suite.sense(truth, sensed);
            sum += sensed.dq[0] * sensed.dq[0] + sensed.gyro[0] * sensed.gyro[0];
        }
        return Math.sqrt(sum / 2000);
    }

    @Test
    void aNewSeedDrawsNoiseAnewAndTheSameSeedRepeatsIt() {
        final SimulatedA1 robot = robot(SensorNoise.typical());
        robot.reseed(8);
        robot.sense(sensed);
        final double first = sensed.q[0];
        robot.sense(sensed);
        assertTrue(sensed.q[0] != first);
        robot.reseed(8);
        robot.sense(sensed);
        assertEquals(first, sensed.q[0]);
        robot.reseed(9);
        robot.sense(sensed);
        assertTrue(sensed.q[0] != first);
    }

    @Test
    void anEmptyBatteryLimitsTorqueAtSpeedButNotAtRestNorInBraking() {
        final double[] speed = new double[12];
        speed[0] = 15;
        speed[1] = -15;
        speed[3] = 8;
        Arrays.fill(commands.tau, 30);
        drives.command(commands);
        drives.update(new double[12], speed, 0.6, true);
        assertEquals(0, drives.torqueNm[0], 1e-12);
        assertEquals(30, drives.torqueNm[1], 1e-12);
        assertEquals(30, drives.torqueNm[2], 1e-12);
        assertEquals(A1.TORQUE_MAX_NM * (0.6 * 21 - 8) / 7, drives.torqueNm[3], 1e-6);
        drives.update(new double[12], speed, 1, true);
        assertEquals(30, drives.torqueNm[0], 1e-12);
    }

    @Test
    void theBatterySagsUnderPowerAndRecovers() {
        final Battery battery = new Battery();
        final double[] torque = new double[12];
        final double[] speed = new double[12];
        wear.batteryCharge = 0.95;
        wear.batterySagPerW = 1e-4;
        battery.reset(wear);
        assertEquals(0.95, battery.share());
        torque[2] = 20;
        speed[2] = 10;
        final double loss = MotorHeat.LOSS_W_N2M2 * 400;
        for (int i = 0; i < 200; i++) {
            battery.update(wear, torque, speed, 0.001);
        }
        final double v = battery.share();
        assertEquals(0.95 - 1e-4 * (200 + loss) / v, v, 1e-6);
        torque[2] = 0;
        for (int i = 0; i < 200; i++) {
            battery.update(wear, torque, speed, 0.001);
        }
        assertEquals(0.95, battery.share(), 1e-6);
    }

    @Test
    void theRobotsOwnPowerDragsItsBatteryDown() {
        final SimulatedA1 robot = robot(SensorNoise.none());
        robot.wear().batterySagPerW = 1e-4;
        place(robot);
        Arrays.fill(commands.tau, 15);
        robot.command(commands);
        for (int i = 0; i < 40; i++) {
            robot.stepOnce();
        }
        assertTrue(robot.batteryShare() < 0.95, "share " + robot.batteryShare());
    }

    @Test
    void theStreamIsThatOfTheLibrary() {
        final SplittableRandom expected = new SplittableRandom(77);
        final RandomStream stream = new RandomStream(77);
        for (int i = 0; i < 100; i++) {
            assertEquals(expected.nextGaussian(), stream.nextGaussian());
            assertEquals(expected.nextDouble(), stream.nextDouble());
        }
    }
}
