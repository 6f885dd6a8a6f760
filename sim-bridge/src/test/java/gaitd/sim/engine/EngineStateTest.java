package gaitd.sim.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.terrain.Terrain;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Same calls, same bits; saved means saved; nothing allocated. */
class EngineStateTest {
    /** Of {@link #fingerprint} on x86-64; another machine must give the same. */
    private static final String FINGERPRINT = "c0b02f834a1a7120";

    private static Pd robot() {
        return Pd.on(Terrain.FLAT, RobotModel.a1(), 0.29);
    }

    private static double[] saved(final Pd robot) {
        final double[] out = new double[EmbeddedSimulator.savedLength()];
        robot.engine.saveTo(out);
        return out;
    }

    private static String fingerprint(final Pd robot) throws Exception {
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
        final Pd used = robot();
        used.trot(777);
        used.engine.reset(new double[] {0, 0, 0.29}, Pd.LEVEL, Pd.POSE);
        assertArrayEquals(saved(robot()), saved(used), 0);
        used.trot(300);
        final Pd fresh = robot();
        fresh.trot(300);
        assertArrayEquals(saved(fresh), saved(used), 0);
    }

    @Test
    void goesOnBitForBitAfterARestoreInAnotherEngine() {
        final Pd first = robot();
        first.trot(1234);
        final double[] middle = saved(first);
        final Pd second = robot();
        second.trot(55);
        second.engine.restoreFrom(middle);
        assertArrayEquals(middle, saved(second), 0);
        first.trot(1000);
        second.trot(1000);
        assertArrayEquals(saved(first), saved(second), 0);
        assertEquals(first.engine.state().bodyContact, second.engine.state().bodyContact);
    }

    @Test
    void stepsAllocateNothing() {
        final com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        final Pd robot = robot();
        final double[] room = new double[EmbeddedSimulator.savedLength()];
        robot.trot(20_000);
        robot.engine.saveTo(room);
        robot.engine.restoreFrom(room);
        final long idle = threads.getCurrentThreadAllocatedBytes();
        final long cost = threads.getCurrentThreadAllocatedBytes() - idle;
        final long before = threads.getCurrentThreadAllocatedBytes();
        robot.trot(100_000);
        robot.engine.saveTo(room);
        robot.engine.restoreFrom(room);
        final long used = threads.getCurrentThreadAllocatedBytes() - before - cost;
        assertTrue(used < 1000, used + " bytes in 100,000 steps");
    }

    @Test
    void refusesStepsOutOfRange() {
        for (final double bad : new double[] {0, -0.001, 0.011, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class, () -> new EmbeddedSimulator(RobotModel.a1(), Terrain.FLAT, bad));
        }
    }
}
