package gaitd.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.AllocatedBytes;
import gaitd.sim.engine.DynamicsReadout;
import gaitd.sim.engine.HeldRobot;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Same calls, same bits; saved means saved; nothing allocated. */
class MujocoStateTest {
    private static MujocoSimulator engine(final RobotModel model) throws IOException {
        return new MujocoSimulator(Mujoco.library(), model, Terrains.parse("rough:0.02", 3));
    }

    private static double[] saved(final HeldRobot<MujocoSimulator> robot) {
        final double[] out = new double[MujocoSimulator.savedLength()];
        robot.engine.saveTo(out);
        return out;
    }

    @Test
    void twoEnginesGiveTheSameBits() throws IOException {
        try (MujocoSimulator a = engine(RobotModel.a1());
                MujocoSimulator b = engine(RobotModel.a1())) {
            final HeldRobot<MujocoSimulator> first = new HeldRobot<>(a, 0.29);
            final HeldRobot<MujocoSimulator> second = new HeldRobot<>(b, 0.29);
            first.trot(2000);
            second.trot(2000);
            assertArrayEquals(saved(first), saved(second), 0);
            assertEquals(2, a.state().timeS, 1e-9);
            assertEquals(0, a.restarts());
        }
    }

    @Test
    void resetForgetsEverything() throws IOException {
        try (MujocoSimulator a = engine(RobotModel.a1());
                MujocoSimulator b = engine(RobotModel.a1())) {
            new HeldRobot<>(a, 0.29).trot(777);
            final HeldRobot<MujocoSimulator> used = new HeldRobot<>(a, 0.29);
            final HeldRobot<MujocoSimulator> fresh = new HeldRobot<>(b, 0.29);
            assertArrayEquals(saved(fresh), saved(used), 0);
            used.trot(300);
            fresh.trot(300);
            assertArrayEquals(saved(fresh), saved(used), 0);
        }
    }

    @Test
    void goesOnBitForBitAfterARestoreInAnotherEngine() throws IOException {
        try (MujocoSimulator a = engine(RobotModel.a1());
                MujocoSimulator b = engine(RobotModel.a1())) {
            final HeldRobot<MujocoSimulator> first = new HeldRobot<>(a, 0.29);
            first.trot(1234);
            final double[] middle = saved(first);
            final HeldRobot<MujocoSimulator> second = new HeldRobot<>(b, 0.29);
            second.trot(55);
            b.restoreFrom(middle);
            assertArrayEquals(middle, saved(second), 0);
            first.trot(1000);
            second.trot(1000);
            assertArrayEquals(saved(first), saved(second), 0);
            assertEquals(a.state().bodyContact, b.state().bodyContact);
        }
    }

    @Test
    void becomesTheRobotItWouldHaveBeenFromTheStart() throws IOException {
        final RobotModel other = RobotModel.a1()
                .withPayload(3, new double[] {0.05, 0.02, 0.1}, new double[] {0.01, 0.02, 0.03, 0.001, 0.002, 0.003})
                .withJointLosses(0.05, 0.3)
                .withFriction(0.5);
        Arrays.fill(other.armatureKgM2, 0.012);
        other.offsetM[3] += 0.01;
        try (MujocoSimulator a = engine(RobotModel.a1());
                MujocoSimulator b = engine(other)) {
            final HeldRobot<MujocoSimulator> first = new HeldRobot<>(a, 0.29);
            first.trot(100);
            a.use(other);
            final HeldRobot<MujocoSimulator> changed = new HeldRobot<>(a, 0.29);
            final HeldRobot<MujocoSimulator> built = new HeldRobot<>(b, 0.29);
            assertArrayEquals(saved(built), saved(changed), 0);
            changed.trot(1000);
            built.trot(1000);
            assertArrayEquals(saved(built), saved(changed), 0);
        }
    }

    @Test
    void useKeepsPoseAndSpeed() throws IOException {
        try (MujocoSimulator a = engine(RobotModel.a1())) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(a, 0.29);
            robot.trot(300);
            final double[] before = saved(robot);
            a.use(RobotModel.a1());
            assertArrayEquals(before, saved(robot), 1e-15);
        }
    }

    @Test
    void aKickChangesTheVelocityAtOnce() throws IOException {
        try (MujocoSimulator a = new MujocoSimulator(Mujoco.library(), RobotModel.a1(), Terrain.FLAT)) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(a, 1);
            a.kick(new double[] {0.5, -0.25, 1});
            assertEquals(-0.25, a.state().baseVelocity[1], 0);
            robot.run(1, 55, 0.8);
            assertEquals(0.5, a.state().baseVelocity[0], 1e-9);
            assertEquals(1 - 9.81e-3, a.state().baseVelocity[2], 1e-9);
            assertEquals(-9.81, a.state().baseAcceleration[2], 1e-6);
        }
    }

    @Test
    void feetAreWhereTheJointsPutThem() throws IOException {
        final RobotModel model = RobotModel.a1();
        for (int i = 3; i < model.offsetM.length; i++) {
            model.offsetM[i] += 0.001 * i;
        }
        final DynamicsReadout readout = new DynamicsReadout(model);
        final double[] feet = new double[12];
        try (MujocoSimulator a = new MujocoSimulator(Mujoco.library(), model, Terrain.FLAT)) {
            final double[] joints = {0.3, 1.1, -2, -0.2, 0.5, -1.2, 0.1, 0.9, -1.8, -0.5, 1.5, -1};
            a.reset(new double[] {1, 2, 3}, new double[] {1, 0.4, -0.3, 0.8}, joints);
            final SimState s = a.state();
            assertEquals(1 / Math.sqrt(1.89), s.baseQuaternion[0], 1e-15);
            readout.update(s.basePosition, s.baseQuaternion, s.baseVelocity, s.baseAngularVelocity, s.q, s.dq);
            readout.footPosition(feet);
            assertArrayEquals(feet, s.footPosition, 1e-14);
        }
    }

    @Test
    void countsWhenMujocoStartsOverAndWritesNoFile() throws IOException {
        try (MujocoSimulator a = engine(RobotModel.a1())) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(a, 0.29);
            robot.run(10, 55, 1);
            final double[] torque = new double[12];
            torque[4] = Double.NaN;
            a.step(torque, new double[12]);
            assertEquals(1, a.restarts());
            a.reset(new double[] {0, 0, 1}, HeldRobot.level(), HeldRobot.pose());
            a.step(torque, new double[12]);
            assertEquals(2, a.restarts());
            assertTrue(Double.isFinite(a.state().basePosition[2]));
        }
        assertFalse(Files.exists(Path.of("MUJOCO_LOG.TXT")));
    }

    @Test
    void stepsAllocateNothing() throws IOException {
        try (MujocoSimulator a = new MujocoSimulator(Mujoco.library(), RobotModel.a1(), MujocoTerrainTest.tiles())) {
            final HeldRobot<MujocoSimulator> robot = new HeldRobot<>(a, 0.6);
            final RobotModel model = RobotModel.a1();
            final double[] room = new double[MujocoSimulator.savedLength()];
            final long bytes = AllocatedBytes.leastBytes(() -> {
                for (int i = 0; i < 100; i++) {
                    round(robot, a, model, room);
                }
            });
            assertEquals(0, bytes, "bytes in 100,000 steps");
        }
    }

    private static void round(
            final HeldRobot<MujocoSimulator> robot,
            final MujocoSimulator engine,
            final RobotModel model,
            final double[] room) {
        robot.trot(1000);
        engine.saveTo(room);
        engine.restoreFrom(room);
        engine.use(model);
    }

    @Test
    void refusesStepsAndSettingsOutOfRange() {
        final MujocoLibrary library = Mujoco.library();
        for (final double bad : new double[] {0, -0.001, 0.011, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new MujocoSimulator(library, RobotModel.a1(), Terrain.FLAT, bad, MujocoSettings.ACCURATE));
        }
        final MujocoSettings s = MujocoSettings.FAST;
        assertThrows(IllegalArgumentException.class, () -> s.withIterations(0));
        assertThrows(IllegalArgumentException.class, () -> s.withContacts(0, 0.9));
        assertThrows(IllegalArgumentException.class, () -> s.withContacts(0.004, 1));
    }
}
