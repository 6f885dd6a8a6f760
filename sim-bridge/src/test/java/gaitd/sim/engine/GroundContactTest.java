package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.GroundTouch;
import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole robot on and against what ground can be: sides, edges, ridges, steps, walls. */
class GroundContactTest {
    private static final double WEIGHT_N = 12.453 * 9.81;

    /** Cells of 0.2 m over 8 m, tops by a rule of the cell's centre. */
    private static Terrain columns(final Tops tops) {
        final float[] top = new float[40 * 40];
        for (int iy = 0; iy < 40; iy++) {
            for (int ix = 0; ix < 40; ix++) {
                top[40 * iy + ix] = tops.at(-4 + 0.2 * (ix + 0.5), -4 + 0.2 * (iy + 0.5));
            }
        }
        return new Terrain("columns", 0, null, new Columns(40, 40, -4, -4, 0.2, 0.2, top));
    }

    private interface Tops {
        float at(double x, double y);
    }

    private static Terrain stairs() {
        return columns((x, y) -> (float) (0.1 * Math.floor((x + 4) / 0.4 + 1e-9)));
    }

    private static HeldRobot<EmbeddedSimulator> placed(
            final Terrain terrain, final double[] position, final double[] quaternion) {
        final EmbeddedSimulator engine = new EmbeddedSimulator(RobotModel.a1(), terrain);
        engine.reset(position, quaternion, HeldRobot.pose());
        return new HeldRobot<>(engine);
    }

    private static boolean still(final HeldRobot<EmbeddedSimulator> robot, final double speed) {
        final SimState s = robot.engine.state();
        return Math.abs(s.baseVelocity[0]) + Math.abs(s.baseVelocity[1]) + Math.abs(s.baseVelocity[2]) < speed;
    }

    /** How deep the deepest place of any shape is in the ground, sampled along the axes, m. */
    private static double deepest(final Terrain terrain, final SimState s) {
        final Kinematics pose = new Kinematics(RobotModel.a1());
        pose.update(s.baseQuaternion, s.q);
        final GroundTouch touch = new GroundTouch(terrain);
        double least = 1;
        for (final CollisionShape shape : CollisionShape.a1()) {
            for (int i = 0; i <= 20; i++) {
                final double[] p = at(pose, s, shape, i / 20.0);
                touch.sphere(p[0], p[1], p[2], shape.radiusM(), 0.1);
                least = Math.min(least, touch.gapM[touch.deepest()]);
            }
        }
        return -least;
    }

    /** A place on a shape's axis in the world; legs are straight lines between joints. */
    private static double[] at(final Kinematics pose, final SimState s, final CollisionShape shape, final double t) {
        final double[] a = end(pose, shape, shape.fromM(), true);
        final double[] b = end(pose, shape, shape.toM(), false);
        final double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = s.basePosition[i];
            for (int k = 0; k < 3; k++) {
                out[i] += pose.rotation[3 * i + k] * (a[k] + t * (b[k] - a[k]));
            }
        }
        return out;
    }

    private static double[] end(
            final Kinematics pose, final CollisionShape shape, final CollisionShape.Point point, final boolean first) {
        final int joint = shape.link() - 1;
        return switch (shape.part()) {
            case TRUNK -> new double[] {point.x(), point.y(), point.z()};
            case FOOT -> Arrays.copyOfRange(pose.foot, joint - 2, joint + 1);
            case HIP -> Arrays.copyOfRange(pose.origin, 3 * joint, 3 * joint + 3);
            case THIGH ->
                first
                        ? Arrays.copyOfRange(pose.origin, 3 * joint, 3 * joint + 3)
                        : Arrays.copyOfRange(pose.origin, 3 * joint + 3, 3 * joint + 6);
            case CALF ->
                first
                        ? Arrays.copyOfRange(pose.origin, 3 * joint, 3 * joint + 3)
                        : Arrays.copyOfRange(pose.foot, joint - 2, joint + 1);
        };
    }

    private static Terrain ground(final String name) {
        return "stairs".equals(name) ? stairs() : Terrains.parse(name, 11);
    }

    @ParameterizedTest
    @CsvSource({
        "flat, 1, 0, 0",
        "flat, 1, 1, 0",
        "flat, 1, -1, 0",
        "flat, 1, 0, 1",
        "flat, 1, 0, -1",
        "flat, 0, 1, 0",
        "rough:0.04, 1, 0, 0",
        "rough:0.04, 1, 1, 0",
        "rough:0.04, 1, -1, 0",
        "rough:0.04, 0, 1, 0",
        "stairs, 1, 1, 0",
        "stairs, 1, -1, 0",
        "stairs, 0, 1, 0",
        "stairs, 1, 0, 1"
    })
    void liesHoweverItIsDroppedAndDoesNotSinkIn(final String name, final double w, final double x, final double y) {
        final Terrain terrain = ground(name);
        final double[] start = {0.1, 0.3, terrain.heightM(0.1, 0.3) + 0.5};
        final HeldRobot<EmbeddedSimulator> robot = placed(terrain, start, new double[] {w, x, y, 0});
        double worst = 0;
        for (int i = 0; i < 4000; i++) {
            robot.step(20, 1);
            if (i % 20 == 0) {
                worst = Math.max(worst, deepest(terrain, robot.engine.state()));
            }
        }
        assertTrue(worst < 0.006, "went in by " + worst);
        assertTrue(deepest(terrain, robot.engine.state()) < 0.002, "rests in the ground");
        assertTrue(still(robot, 0.02), "moves");
    }

    @Test
    void restsOnTheShapesThatArePressed() {
        final HeldRobot<EmbeddedSimulator> back =
                placed(Terrain.FLAT, new double[] {0, 0, 0.1}, new double[] {0, 1, 0, 0});
        back.run(3000, 20, 1);
        final SimState s = back.engine.state();
        assertTrue(s.trunkContact && s.bodyContact);
        assertEquals(0.057, s.basePosition[2], 0.012);
        final HeldRobot<EmbeddedSimulator> standing = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 0.29);
        standing.run(2000, 55, 1);
        assertEquals(0xF, standing.engine.state().touching);
        assertFalse(standing.engine.state().bodyContact);
        final HeldRobot<EmbeddedSimulator> kneeling = HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 0.25);
        for (int leg = 0; leg < 4; leg++) {
            kneeling.target[3 * leg + 1] = 0.3;
            kneeling.target[3 * leg + 2] = -2.6;
        }
        kneeling.run(3000, 30, 1);
        assertTrue(kneeling.engine.state().bodyContact && !kneeling.engine.state().trunkContact);
        assertTrue((kneeling.engine.state().touching & 0xF00) != 0, "knees");
    }

    @Test
    void standsOnStairs() {
        final Terrain terrain = stairs();
        final HeldRobot<EmbeddedSimulator> robot =
                placed(terrain, new double[] {0.2, 0.1, 0.3 + terrain.heightM(0.2, 0.1)}, HeldRobot.level());
        robot.engine.reset(
                new double[] {0.2, 0.1, 0.28 + terrain.heightM(0.2, 0.1)},
                new double[] {Math.cos(0.12), 0, -Math.sin(0.12), 0},
                HeldRobot.pose());
        robot.run(4000, 150, 4);
        assertTrue(still(robot, 1e-3));
        double up = 0;
        for (int leg = 0; leg < 4; leg++) {
            up += robot.engine.state().footForce[3 * leg + 2];
        }
        assertEquals(WEIGHT_N, up, 0.5);
        assertTrue(robot.tiltRad() < 0.5, "tilt " + robot.tiltRad());
    }

    @Test
    void footIsStoppedByARiser() {
        final Terrain wall = columns((x, y) -> x > 0.2 ? 0.5f : Columns.NONE);
        final HeldRobot<EmbeddedSimulator> robot = placed(wall, new double[] {-0.05, 0, 0.27}, HeldRobot.level());
        robot.run(500, 100, 2);
        for (int i = 0; i < 1500; i++) {
            for (int leg = 0; leg < 2; leg++) {
                robot.target[3 * leg + 1] = Math.max(0.3, 0.9 - 0.001 * i);
                robot.target[3 * leg + 2] = -1.8 + Math.min(0.6, 0.001 * i);
            }
            robot.step(100, 2);
            for (int leg = 0; leg < 4; leg++) {
                assertTrue(robot.engine.state().footPosition[3 * leg] < 0.181, "step " + i + " leg " + leg);
            }
        }
        final double[] f = robot.engine.state().footForce;
        assertTrue(f[0] + f[3] < -5, "pressed back by " + (f[0] + f[3]) + " N");
        assertEquals(WEIGHT_N, robot.normalForceN(), 1);
        assertEquals(0.18, robot.engine.state().footPosition[0], 1e-3);
    }

    @Test
    void feetRestOnTheEdgesOfSteps() {
        final Terrain edges = columns((x, y) -> Math.abs(x) < 0.2 ? 0.1f : Columns.NONE);
        final HeldRobot<EmbeddedSimulator> robot = placed(edges, new double[] {0, 0, 0.38}, HeldRobot.level());
        double foot = 0;
        for (int i = 0; i < 600 && robot.engine.state().footForce[2] == 0; i++) {
            robot.step(150, 4);
            foot = robot.engine.state().footPosition[0];
        }
        assertTrue(foot > 0.15 && foot < 0.2, "foot at " + foot);
        for (int i = 0; i < 100; i++) {
            robot.target[1] = 0.9 - 0.0002 * i;
            robot.step(150, 4);
        }
        assertTrue(robot.engine.state().footPosition[2] > 0.09);
    }

    @Test
    void ridgeCarriesTheTrunkAndThighEdgesCarryTheLegs() {
        final float[] height = new float[41 * 41];
        for (int i = 0; i < height.length; i++) {
            height[i] = i % 41 == 20 ? 0.3f : 0;
        }
        final Terrain ridge = new Terrain("ridge", 0, new HeightGrid(41, 41, -2, -2, 0.1, height), null);
        final HeldRobot<EmbeddedSimulator> robot = placed(ridge, new double[] {0, 0, 0.42}, HeldRobot.level());
        for (int leg = 0; leg < 4; leg++) {
            robot.target[3 * leg + 1] = 1.6;
            robot.target[3 * leg + 2] = -2.6;
        }
        robot.engine.reset(new double[] {0.003, 0, 0.42}, HeldRobot.level(), robot.target);
        int carried = 0;
        for (int i = 0; i < 700; i++) {
            robot.step(80, 2);
            carried |= robot.engine.state().touching;
            assertTrue(robot.engine.state().basePosition[2] > 0.3, "step " + i + " fell through");
        }
        assertTrue((carried & 0x1F0000) != 0, "trunk touched " + Integer.toBinaryString(carried));
        assertTrue(deepest(ridge, robot.engine.state()) < 0.004);
    }

    @Test
    void thighLiesOnAStepsEdgeBetweenItsEnds() {
        final Terrain bar = columns((x, y) -> x > 0 ? 0.3f : Columns.NONE);
        final EmbeddedSimulator engine = new EmbeddedSimulator(RobotModel.a1(), bar);
        final double[] pose = HeldRobot.pose();
        for (int leg = 0; leg < 2; leg++) {
            pose[3 * leg + 1] = -0.9;
            pose[3 * leg + 2] = -0.93;
        }
        engine.reset(new double[] {-0.27, 0, 0.45}, HeldRobot.level(), pose);
        final HeldRobot<EmbeddedSimulator> robot = new HeldRobot<>(engine);
        System.arraycopy(pose, 0, robot.target, 0, 12);
        boolean between = false;
        for (int i = 0; i < 600; i++) {
            robot.step(150, 4);
            between |= (engine.state().touching & 0x300) != 0;
            assertTrue(deepest(bar, engine.state()) < 0.005, "step " + i + " " + deepest(bar, engine.state()));
        }
        assertTrue(between);
    }

    @Test
    void tileInTheWayOfATrotStopsTheFootThatMeetsIt() {
        final Terrain tile = columns((x, y) -> x > 0.4 && x < 0.6 ? 0.15f : Columns.NONE);
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(tile, RobotModel.a1(), 0.29);
        double foremost = 0;
        double pushed = 0;
        for (int i = 0; i < 5000; i++) {
            robot.trot(1);
            robot.engine.kick(new double[] {0.003, 0, 0});
            final SimState s = robot.engine.state();
            assertTrue(deepest(tile, s) < 0.006, "step " + i);
            for (int leg = 0; leg < 2; leg++) {
                if (s.footPosition[3 * leg + 2] < 0.13) {
                    foremost = Math.max(foremost, s.footPosition[3 * leg]);
                    pushed = Math.max(pushed, -s.footForce[3 * leg] - 0.8 * s.footForce[3 * leg + 2]);
                }
            }
        }
        assertEquals(0.38, foremost, 0.003);
        assertTrue(pushed > 5, "beyond friction by " + pushed + " N");
    }

    @ParameterizedTest
    @CsvSource({"rough:0.05, 0.1", "stairs, 0.1", "rough:0.1, 0.7"})
    void passiveDropNeverGainsEnergy(final String name, final double roll) {
        final Terrain terrain = ground(name);
        final RobotModel model = RobotModel.a1();
        final double[] start = {0.9, 0.2, terrain.heightM(0.9, 0.2) + 0.5};
        final HeldRobot<EmbeddedSimulator> robot =
                placed(terrain, start, new double[] {Math.cos(roll), Math.sin(roll), 0.1, 0});
        final DynamicsReadout readout = new DynamicsReadout(model);
        double last = Double.POSITIVE_INFINITY;
        double gained = 0;
        for (int i = 0; i < 3000; i++) {
            robot.run(1, 0, 0.5);
            final SimState s = robot.engine.state();
            readout.update(s.basePosition, s.baseQuaternion, s.baseVelocity, s.baseAngularVelocity, s.q, s.dq);
            final double now = readout.kineticEnergyJ() + readout.potentialEnergyJ();
            assertTrue(now < last + 0.02, "step " + i + " gained " + (now - last) + " J");
            gained += Math.max(0, now - last);
            last = now;
        }
        assertTrue(gained < 0.3, "gained in all " + gained + " J");
    }
}
