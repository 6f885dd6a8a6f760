package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.engine.HeldRobot;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same numbers are the same ground in MuJoCo. */
class MujocoTerrainTest {
    private static final double TILE_M = 0.3;

    /** Tiles of many heights from -3 m to 9 m, with holes, on a plane at -0.05 m. */
    static Terrain tiles() {
        final float[] top = new float[40 * 40];
        for (int iy = 0; iy < 40; iy++) {
            for (int ix = 0; ix < 40; ix++) {
                final int kind = (7 * ix + 3 * iy) % 6;
                top[40 * iy + ix] = kind == 5 ? Columns.NONE : 0.01f * kind;
            }
        }
        return new Terrain("tiles", -0.05, null, new Columns(40, 40, -3, -3, TILE_M, TILE_M, top));
    }

    @Test
    void aTwistedCellIsCutAlongOurDiagonal() throws IOException {
        final float[] height = {0.1f, -0.2f, 0.15f, 0.3f, 0, 0.1f, 0.05f, 0.2f, 0.1f};
        final HeightGrid grid = new HeightGrid(3, 3, -1.5, 0.25, 1, height);
        final String xml = "<mujoco><size njmax=\"200\" nconmax=\"60\"/><asset><hfield name=\"g\" nrow=\"3\" ncol=\"3\""
                + " size=\"1 1 " + HeightField.rangeM(grid) + " 1\"/></asset><worldbody>"
                + "<geom type=\"hfield\" hfield=\"g\" pos=\"-0.5 1.25 " + grid.lowestM + "\"/>"
                + "<body><freejoint/><geom type=\"sphere\" size=\"0.01\"/></body></worldbody></mujoco>";
        final double[] normal = new double[3];
        try (NativeModel scene = new NativeModel(Mujoco.library(), xml)) {
            HeightField.load(grid, scene);
            final MemorySegment qpos = scene.array(Field.DATA_QPOS, 7);
            for (final double[] at :
                    new double[][] {{0.2, 0.7}, {0.7, 0.2}, {1.3, 0.8}, {1.8, 0.5}, {0.4, 1.9}, {1.1, 1.5}}) {
                final double x = -1.5 + at[0];
                final double y = 0.25 + at[1];
                grid.normal(x, y, normal);
                final double above = 0.008;
                qpos.setAtIndex(ValueLayout.JAVA_DOUBLE, 0, x);
                qpos.setAtIndex(ValueLayout.JAVA_DOUBLE, 1, y);
                qpos.setAtIndex(ValueLayout.JAVA_DOUBLE, 2, grid.heightM(x, y) + above);
                scene.forward();
                assertTrue(scene.contacts() >= 1, "no contact at " + x + " " + y);
                assertEquals(above * normal[2] - 0.01, scene.contactNumber(0, Field.CONTACT_DIST, 0), 1e-5);
                for (int i = 0; i < 3; i++) {
                    assertEquals(normal[i], scene.contactNumber(0, Field.CONTACT_FRAME, i), 1e-2);
                }
            }
        }
    }

    @Test
    void feetStandOnTheTilesBelowThem() throws IOException {
        final Terrain terrain = tiles();
        try (MujocoSimulator engine = new MujocoSimulator(Mujoco.library(), RobotModel.a1(), terrain)) {
            int level = 0;
            for (int place = 0; place < 12; place++) {
                final double x = -2.1 + 0.83 * place;
                final double y = 7.3 - 0.77 * place;
                final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 0.35);
                engine.reset(new double[] {x, y, 0.35}, HeldRobot.level(), HeldRobot.pose());
                robot.run(1500, 100, 3);
                final SimState s = engine.state();
                for (int leg = 0; leg < 4; leg++) {
                    final double fx = s.footPosition[3 * leg];
                    final double fy = s.footPosition[3 * leg + 1];
                    if (s.footForce[3 * leg + 2] > 5 && awayFromEdges(fx) && awayFromEdges(fy)) {
                        assertEquals(0.02, s.footPosition[3 * leg + 2] - terrain.heightM(fx, fy), 1e-3);
                        level++;
                    }
                }
            }
            assertTrue(level > 20, "only " + level + " feet were clear of edges");
        }
    }

    private static boolean awayFromEdges(final double x) {
        final double inTile = (x + 3) / TILE_M - Math.floor((x + 3) / TILE_M);
        return inTile > 0.1 && inTile < 0.9;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiles:0.04", "stairs:0.1", "gaps:0.05", "stepdown:0.1", "mine"})
    void boxesAreTheColumnsWithinReach(final String name) throws IOException {
        final Terrain terrain = "mine".equals(name) ? tiles() : Terrains.parse(name, 3);
        final int boxes = ColumnWindow.boxes(terrain.columns());
        final String xml = Mjcf.scene(RobotModel.a1(), terrain, 0.001, MujocoSettings.ACCURATE, boxes, false);
        final Random random = new Random(12);
        try (NativeModel scene = new NativeModel(Mujoco.library(), xml)) {
            final ColumnWindow window = new ColumnWindow(terrain, scene);
            final int geoms = scene.size(Field.MODEL_NGEOM);
            final MemorySegment middle = scene.array(Field.MODEL_GEOM_POS, 3L * geoms);
            final MemorySegment size = scene.array(Field.MODEL_GEOM_SIZE, 3L * geoms);
            for (int place = 0; place < 200; place++) {
                final double x = 14 * random.nextDouble() - 4;
                final double y = 14 * random.nextDouble() - 4;
                window.follow(x, y);
                for (int i = 0; i < 50; i++) {
                    final double px = x + (2 * random.nextDouble() - 1) * ColumnWindow.REACH_M;
                    final double py = y + (2 * random.nextDouble() - 1) * ColumnWindow.REACH_M;
                    double height = terrain.planeM();
                    for (int box = 0; box < boxes; box++) {
                        height = Math.max(height, top(middle, size, scene.id(NativeModel.GEOM, "box" + box), px, py));
                    }
                    assertEquals(
                            terrain.heightM(px, py), height, 1e-12, "robot " + x + " " + y + " at " + px + " " + py);
                }
            }
        }
    }

    private static double top(
            final MemorySegment middle, final MemorySegment size, final int geom, final double x, final double y) {
        final double[] m = new double[3];
        final double[] s = new double[3];
        MemorySegment.copy(middle, ValueLayout.JAVA_DOUBLE, 24L * geom, m, 0, 3);
        MemorySegment.copy(size, ValueLayout.JAVA_DOUBLE, 24L * geom, s, 0, 3);
        final boolean within = Math.abs(x - m[0]) < s[0] && Math.abs(y - m[1]) < s[1];
        return within ? m[2] + s[2] : Double.NEGATIVE_INFINITY;
    }

    @Test
    void boxesFollowTheRobotAcrossTheField() throws IOException {
        final Terrain terrain = tiles();
        try (MujocoSimulator engine = new MujocoSimulator(Mujoco.library(), RobotModel.a1(), terrain)) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(engine, 0.35);
            robot.run(500, 100, 3);
            for (int i = 0; i < 40; i++) {
                engine.kick(new double[] {1.2, 0.9, 0.8});
                robot.run(100, 100, 3);
                for (int leg = 0; leg < 4; leg++) {
                    final double[] foot = engine.state().footPosition;
                    final double ground = terrain.heightM(foot[3 * leg], foot[3 * leg + 1]);
                    final boolean clear = awayFromEdges(foot[3 * leg]) && awayFromEdges(foot[3 * leg + 1]);
                    assertTrue(!clear || foot[3 * leg + 2] > ground + 0.014, "leg " + leg + " sank, kick " + i);
                }
            }
            assertTrue(engine.state().basePosition[0] > 1, "went to x " + engine.state().basePosition[0]);
        }
    }

    @Test
    void refusesTinyColumns() {
        final MujocoLibrary library = Mujoco.library();
        final Terrain tiny = new Terrain("tiny", 0, null, new Columns(1, 1, 0, 0, 0.01, 0.1, new float[1]));
        assertThrows(IllegalArgumentException.class, () -> new MujocoSimulator(library, RobotModel.a1(), tiny));
    }
}
