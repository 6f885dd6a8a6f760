package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.AllocatedBytes;
import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Same calls, same bits; saved means saved; nothing allocated. */
class EngineStateTest {
    /** Of {@link #fingerprint} on x86-64; another machine must give the same. */
    private static final String FINGERPRINT = "91bcc69dd2bbea7d";

    private static HeldRobot<EmbeddedSimulator> robot() {
        return HeldRobot.on(Terrain.FLAT, RobotModel.a1(), 0.29);
    }

    private static double[] saved(final HeldRobot<EmbeddedSimulator> robot) {
        final double[] out = new double[EmbeddedSimulator.savedLength()];
        robot.engine.saveTo(out);
        return out;
    }

    private static String fingerprint(final HeldRobot<EmbeddedSimulator> robot) throws Exception {
        final MessageDigest sha = MessageDigest.getInstance("SHA-256");
        final ByteBuffer bytes = ByteBuffer.allocate(8 * EmbeddedSimulator.savedLength());
        for (int i = 0; i < 5000; i++) {
            robot.trot(1);
            bytes.clear();
            for (final double value : saved(robot)) {
                bytes.putDouble(value);
            }
            sha.update(bytes.array());
        }
        return HexFormat.of().formatHex(sha.digest(), 0, 8);
    }

    @Test
    void twoEnginesGiveTheSameBitsOnEveryMachine() throws Exception {
        final String first = fingerprint(robot());
        assertEquals(first, fingerprint(robot()));
        assertEquals(FINGERPRINT, first);
    }

    @Test
    void resetForgetsEverything() throws Exception {
        final HeldRobot<EmbeddedSimulator> used = robot();
        used.trot(777);
        used.engine.reset(new double[] {0, 0, 0.29}, HeldRobot.level(), HeldRobot.pose());
        assertArrayEquals(saved(robot()), saved(used), 0);
        used.trot(300);
        final HeldRobot<EmbeddedSimulator> fresh = robot();
        fresh.trot(300);
        assertArrayEquals(saved(fresh), saved(used), 0);
    }

    private static Terrain ground(final String name) {
        if (!"columns".equals(name)) {
            return Terrains.parse(name, 5);
        }
        final float[] top = new float[80 * 80];
        for (int i = 0; i < top.length; i++) {
            top[i] = 0.02f * (i * 7 % 5);
        }
        return new Terrain(name, 0, null, new Columns(80, 80, -4, -4, 0.1, 0.1, top));
    }

    /** Walking, and lying with the trunk, thighs and knees pressed on edges and ridges. */
    @ParameterizedTest
    @CsvSource({
        "flat, 0, 1234",
        "rough:0.04, 0, 1234",
        "columns, 0, 1234",
        "rough:0.1, 1, 300",
        "columns, 1, 300",
        "columns, -1, 250",
        "rough:0.1, 0.2, 300"
    })
    void goesOnBitForBitAfterARestoreInAnotherEngine(final String name, final double roll, final int steps) {
        final HeldRobot<EmbeddedSimulator> first = HeldRobot.on(ground(name), RobotModel.a1(), 0.4);
        first.engine.reset(new double[] {1.5, 0.3, 0.4}, new double[] {1, roll, 0.1, 0}, HeldRobot.pose());
        first.trot(steps);
        assertTrue(first.engine.state().touching != 0, "in contact");
        final double[] middle = saved(first);
        final HeldRobot<EmbeddedSimulator> second = HeldRobot.on(ground(name), RobotModel.a1(), 0.3);
        second.trot(55);
        second.engine.restoreFrom(middle);
        assertArrayEquals(middle, saved(second), 0);
        first.trot(1000);
        second.trot(1000);
        assertArrayEquals(saved(first), saved(second), 0);
        assertEquals(first.engine.state().touching, second.engine.state().touching);
        assertEquals(first.engine.state().bodyContact, second.engine.state().bodyContact);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void anotherRobotFromNowOnIsTheSameAsAnotherRobotAllAlong(final int which) {
        final RobotModel other = switch (which) {
            case 0 -> RobotModel.a1().withFriction(0.1);
            case 1 -> RobotModel.a1().withJointLosses(0.3, 0);
            case 2 -> RobotModel.a1().withJointLosses(0.01, 0.9);
            default ->
                RobotModel.a1().withPayload(4, new double[] {0.1, 0.02, 0.1}, new double[] {0.1, 0.1, 0.1, 0, 0, 0});
        };
        final HeldRobot<EmbeddedSimulator> changed = robot();
        changed.trot(444);
        final double[] before = saved(changed);
        changed.engine.use(other);
        final HeldRobot<EmbeddedSimulator> born = HeldRobot.on(Terrain.FLAT, other, 0.29);
        born.engine.restoreFrom(before);
        final HeldRobot<EmbeddedSimulator> same = robot();
        same.engine.restoreFrom(before);
        changed.trot(500);
        born.trot(500);
        same.trot(500);
        assertArrayEquals(saved(born), saved(changed), 0);
        assertFalse(Arrays.equals(saved(same), saved(changed)), "no effect");
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"flat", "rough:0.04", "columns"})
    void nothingAllocates(final String name) {
        final HeldRobot<EmbeddedSimulator> robot = HeldRobot.on(ground(name), RobotModel.a1(), 0.4);
        final RobotModel[] models = {RobotModel.a1(), RobotModel.a1().withFriction(0.5)};
        final double[] room = new double[EmbeddedSimulator.savedLength()];
        final long bytes = AllocatedBytes.leastBytes(() -> {
            for (int i = 0; i < 200; i++) {
                robot.trot(500);
                robot.engine.use(models[i % 2]);
                robot.engine.saveTo(room);
                robot.engine.restoreFrom(room);
            }
        });
        assertEquals(0, bytes, "bytes in 100,000 steps");
    }

    @Test
    void refusesStepsOutOfRange() {
        for (final double bad : new double[] {0, -0.001, 0.011, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT, bad));
        }
    }
}
