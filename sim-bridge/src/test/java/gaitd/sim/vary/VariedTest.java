package gaitd.sim.vary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.runtime.config.Config;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.robot.IcePatches;
import gaitd.sim.robot.PushSchedule;
import gaitd.sim.robot.SensorNoise;
import gaitd.sim.robot.SimulatedA1;
import gaitd.sim.robot.Wear;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Each quantity of the model changes what it is named after. */
class VariedTest {
    private static final double GRAVITY = 9.81;

    private static Variation drawn(final String toml) {
        final Variation made = new Variation();
        made.draw(new Config.Builder().toml(toml, "t").conclude(), 1);
        return made;
    }

    private static RobotModel model(final String toml) {
        final RobotModel made = RobotModel.a1();
        Varied.model(drawn(toml), RobotModel.a1(), made);
        return made;
    }

    private static SimulatedA1 robot(final String toml) {
        final Variation v = drawn(toml);
        final EmbeddedSimulator sim = new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT);
        sim.use(model(toml));
        final SimulatedA1 made = new SimulatedA1(sim, SensorNoise.none(), 1, 1e9);
        Varied.wear(v, 0.001, made.wear());
        made.lying(0);
        return made;
    }

    /** Vertical forces on the standing feet after a second, N. */
    private static double[] standing(final String toml) {
        final SimulatedA1 robot = robot(toml);
        final double[] pose = new double[A1.JOINTS];
        final JointCommands hold = new JointCommands();
        Arrays.fill(hold.mode, MotorMode.SERVO);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            pose[3 * leg + 1] = 0.8;
            pose[3 * leg + 2] = -1.6;
        }
        System.arraycopy(pose, 0, hold.q, 0, A1.JOINTS);
        Arrays.fill(hold.kp, 150);
        Arrays.fill(hold.kd, 4);
        robot.place(new double[] {0, 0, 0.4 * StrictMath.cos(0.8) + 0.02}, new double[] {1, 0, 0, 0}, pose);
        robot.command(hold);
        robot.advance(1);
        final double[] down = new double[A1.LEGS];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            down[leg] = robot.truth().footForce[3 * leg + 2];
        }
        return down;
    }

    private static double sum(final double... values) {
        return Arrays.stream(values).sum();
    }

    @Test
    void withoutVariationTheModelIsTheNominalOne() {
        final RobotModel same = model("");
        final RobotModel nominal = RobotModel.a1();
        assertArrayEquals(nominal.massKg, same.massKg);
        assertArrayEquals(nominal.inertiaKgM2, same.inertiaKgM2);
        assertArrayEquals(nominal.comM, same.comM);
        assertArrayEquals(nominal.dryFrictionNm, same.dryFrictionNm);
        assertArrayEquals(nominal.jointDampingNmSRad, same.jointDampingNmSRad);
        assertEquals(nominal.frictionCoefficient, same.frictionCoefficient);
    }

    @Test
    void linkMassIsWeight() {
        assertEquals(1.2 * RobotModel.a1().totalMassKg() * GRAVITY, sum(standing("vary.link_mass = 1.2")), 3);
        assertEquals(
                1.2 * RobotModel.a1().inertiaKgM2[6 * 12 + 1],
                model("vary.link_mass = 1.2").inertiaKgM2[6 * 12 + 1],
                1e-12);
    }

    @Test
    void aLoadWeighsWhereItIs() {
        final double[] front = standing("vary.payload_kg = 3\nvary.payload_x_m = 0.15");
        final double[] back = standing("vary.payload_kg = 3\nvary.payload_x_m = -0.15");
        assertEquals((RobotModel.a1().totalMassKg() + 3) * GRAVITY, sum(front), 3);
        assertTrue(front[A1.FR] + front[A1.FL] > back[A1.FR] + back[A1.FL] + 15);
        final double[] left = standing("vary.payload_kg = 3\nvary.payload_y_m = 0.1");
        assertTrue(left[A1.FL] + left[A1.RL] > left[A1.FR] + left[A1.RR] + 10);
    }

    @Test
    void aLoadIsThatOfTheEngine() {
        final RobotModel made =
                model("vary.payload_kg = 3\nvary.payload_x_m = 0.1\nvary.payload_y_m = 0.05\nvary.payload_z_m = 0.2");
        final RobotModel expected = RobotModel.a1().withPayload(3, new double[] {0.1, 0.05, 0.2}, new double[6]);
        assertArrayEquals(expected.massKg, made.massKg, 1e-12);
        assertArrayEquals(expected.comM, made.comM, 1e-12);
        assertArrayEquals(expected.inertiaKgM2, made.inertiaKgM2, 1e-12);
    }

    private static double slide(final String toml) {
        final SimulatedA1 robot = robot(toml);
        robot.advance(0.5);
        final double from = robot.truth().basePosition[1];
        final PushSchedule push = new PushSchedule(1.5, 0.001, 4);
        robot.pushes(push);
        push.startAt(robot.timeS());
        robot.stepOnce();
        robot.stepOnce();
        robot.pushes(null);
        final double fromX = robot.truth().basePosition[0];
        robot.advance(2);
        return Math.hypot(robot.truth().basePosition[0] - fromX, robot.truth().basePosition[1] - from);
    }

    @Test
    void groundFrictionStopsASlide() {
        final double ice = slide("vary.ground_friction = 0.1");
        final double rubber = slide("vary.ground_friction = 0.9");
        assertTrue(ice > 3 * rubber, "ice " + ice + " m, rubber " + rubber + " m");
    }

    /** Speed of a calf in free fall after a torque for a while, then none. */
    private static double spin(final String toml, final double torqueNm, final double forS, final double freeS) {
        final SimulatedA1 robot = robot(toml);
        final double[] pose = new double[A1.JOINTS];
        for (int leg = 0; leg < A1.LEGS; leg++) {
            pose[3 * leg + 2] = -2.5;
        }
        robot.place(new double[] {0, 0, 1000}, new double[] {1, 0, 0, 0}, pose);
        final JointCommands turn = new JointCommands();
        Arrays.fill(turn.mode, MotorMode.SERVO);
        turn.tau[2] = torqueNm;
        robot.command(turn);
        robot.advance(forS);
        turn.tau[2] = 0;
        robot.command(turn);
        robot.advance(freeS);
        return robot.truth().dq[2];
    }

    @Test
    void dryFrictionHoldsAJoint() {
        assertTrue(spin("", 1, 0.05, 0) > 1);
        assertEquals(0, spin("vary.joint_friction_nm = 2", 1, 0.05, 0), 1e-3);
    }

    @Test
    void dampingSlowsAJoint() {
        final double free = spin("", 2, 0.05, 0.03);
        final double damped = spin("vary.joint_damping_nms_rad = 0.5", 2, 0.05, 0.03);
        assertTrue(free > 1 && damped < 0.5 * free, "free " + free + " rad/s, damped " + damped);
    }

    @Test
    void aWeakMotorAcceleratesLess() {
        final double strong = spin("vary.joint_friction_nm = 0", 2, 0.02, 0);
        final double weak = spin("vary.joint_friction_nm = 0\nvary.motor_strength = 0.5", 2, 0.02, 0);
        assertEquals(0.5, weak / strong, 0.03);
    }

    @Test
    void everyWearComesFromItsKey() {
        final Wear wear = new Wear();
        Varied.wear(drawn("""
                        [vary]
                        motor_strength = 0.9
                        drive_kp = 0.8
                        drive_kd = 0.7
                        joint_offset_rad = 0.06
                        gyro_bias_rad_s = 0.05
                        accelerometer_bias_m_s2 = 0.4
                        attitude_bias_rad = 0.03
                        sensor_noise = 2
                        foot_offset_counts = 21
                        foot_drift_counts = 22
                        foot_counts_per_n = 12
                        foot_delay_ms = 25
                        joint_delay_ms = 8
                        joint_noise = 0.07
                        joint_step_rad = 5e-5
                        torque_inertia_kg_m2 = 0.02
                        accelerometer_every = 2
                        latency_ms = 7.4
                        battery_charge = 0.81
                        battery_sag_1_kw = 0.1
                        """), 0.0005, wear);
        assertEquals(0.9, wear.strength[11]);
        assertEquals(0.8, wear.kpScale[11]);
        assertEquals(0.7, wear.kdScale[11]);
        assertEquals(0.06, wear.jointOffsetRad[11]);
        assertEquals(0.05, wear.gyroBiasRadS[2]);
        assertEquals(0.4, wear.accelerometerBiasMS2[2]);
        assertEquals(0.03, wear.attitudeBiasRad[2]);
        assertEquals(2, wear.noiseScale);
        assertEquals(21, wear.footOffsetCounts[3]);
        assertEquals(22, wear.footDriftCounts[3]);
        assertEquals(12, wear.footCountsPerN[3]);
        assertEquals(0.025, wear.footDelayS);
        assertEquals(0.008, wear.jointDelayS);
        assertEquals(0.07, wear.jointNoiseScale);
        assertEquals(5e-5, wear.jointStepRad);
        assertEquals(0.02, wear.torqueInertiaKgM2);
        assertEquals(2, wear.accelerometerEvery);
        assertEquals(15, wear.latencySteps);
        assertEquals(0.81, wear.batteryCharge);
        assertEquals(1e-4, wear.batterySagPerW, 1e-18);
    }

    @Test
    void pushesComeAsOftenAndAsHardAsDrawn() {
        final PushSchedule pushes = new PushSchedule(0, 1, 0);
        assertTrue(Varied.pushes(drawn("vary.push_m_s = 0.4\nvary.push_every_s = 0.25"), 3, pushes));
        assertFalse(Varied.pushes(drawn(""), 3, new PushSchedule(0, 1, 0)));
        final SimulatedA1 robot = robot("");
        robot.pushes(pushes);
        robot.place(new double[] {0, 0, 1000}, new double[] {1, 0, 0, 0}, new double[A1.JOINTS]);
        final SimState state = robot.truth();
        robot.advance(0.24);
        assertEquals(0, pushes.pushes());
        assertEquals(0, Math.hypot(state.baseVelocity[0], state.baseVelocity[1]), 0.05);
        robot.advance(0.06);
        assertEquals(1, pushes.pushes());
        assertEquals(0.4, Math.hypot(state.baseVelocity[0], state.baseVelocity[1]), 0.05);
    }

    @Test
    void oneMotorIsWeakAndOverRobotsEveryOne() {
        final Config config = new Config.Builder()
                .toml("vary.one_motor_strength = 0.4\nvary.motor_strength = 0.5", "t")
                .conclude();
        final Variation drawn = new Variation();
        final Wear wear = new Wear();
        int seen = 0;
        for (int seed = 0; seed < 200; seed++) {
            drawn.draw(config, seed);
            Varied.wear(drawn, 0.001, wear);
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                assertEquals(joint == drawn.oneMotor() ? 0.2 : 0.5, wear.strength[joint], 1e-12);
            }
            seen |= 1 << drawn.oneMotor();
        }
        assertEquals((1 << A1.JOINTS) - 1, seen);
        assertTrue(
                drawn.list().stream()
                        .anyMatch(each ->
                                each.name().equals("vary.one_motor_strength." + A1.jointName(drawn.oneMotor()))),
                drawn.list().toString());
    }

    @Test
    void patchesOfIceAreSlipperyOnlyWhereTheyAre() {
        final double everywhere = slid("vary.ice_share = 1\nvary.ice_friction = 0.05");
        final double nowhere = slid("vary.ice_share = 0\nvary.ice_friction = 0.05");
        assertTrue(everywhere > 0.2, "on ice " + everywhere);
        assertTrue(nowhere < 0.05, "on no ice " + nowhere);
        assertEquals(nowhere, slid(""), 0);
        int icy = 0;
        for (int seed = 0; seed < 40; seed++) {
            icy += slid("vary.ice_share = 0.5\nvary.ice_friction = 0.05", seed) > 0.1 ? 1 : 0;
        }
        assertTrue(icy > 8 && icy < 32, icy + " of 40 begin on ice");
    }

    private static double slid(final String toml) {
        return slid(toml, 1);
    }

    /** How far a lying robot slides after a push of 1 m/s, m. */
    private static double slid(final String toml, final long seed) {
        final SimulatedA1 robot = robot("");
        final IcePatches ice = new IcePatches();
        if (Varied.ice(drawn(toml), model(toml), seed, ice)) {
            robot.ice(ice);
        }
        robot.advance(0.2);
        robot.push(new double[] {0.5, 0, 0});
        robot.advance(1);
        return robot.truth().basePosition[0];
    }
}
