package gaitd.hal.imu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.hal.Sensed;
import gaitd.hal.serial.PseudoTerminal;
import gaitd.hal.serial.SerialDevice;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class XbusImuTest {
    private static final long PATIENCE_NS = 2_000_000_000L;
    private static final int ROUNDS_MAX = 50;

    private final PseudoTerminal far = PseudoTerminal.open();
    private final SerialDevice near = SerialDevice.open(far.device(), 921_600);
    private final Sensed sensed = new Sensed();

    @AfterEach
    void close() {
        near.close();
        far.close();
    }

    private void send(final byte[] bytes) {
        assertTrue(far.line().write(bytes, 0, bytes.length));
        assertTrue(near.await(PATIENCE_NS));
    }

    private static byte[] turned(final double rollRad, final double pitchRad, final double yawRad) {
        final double[] roll = {Math.cos(rollRad / 2), Math.sin(rollRad / 2), 0, 0};
        final double[] pitch = {Math.cos(pitchRad / 2), 0, Math.sin(pitchRad / 2), 0};
        final double[] yaw = {Math.cos(yawRad / 2), 0, 0, Math.sin(yawRad / 2)};
        return XbusMessages.message(XbusMessages.data(
                XbusMessages.packet(0x2013, times(times(yaw, pitch), roll)),
                XbusMessages.packet(0x8023, 0.1, 0.2, 0.3),
                XbusMessages.packet(0x4023, 1, 2, 9.7)));
    }

    private static double[] times(final double[] a, final double[] b) {
        return new double[] {
            a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
            a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
            a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
            a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0]
        };
    }

    @Test
    void givesOrientationRateAndAccelerationOfTheTrunk() {
        final XbusImu imu = new XbusImu(near, ImuMounting.STRAIGHT);
        assertFalse(imu.receive(sensed, 0));
        send(turned(0.3, -0.4, 2));
        assertTrue(imu.receive(sensed, 0));
        assertArrayEquals(new double[] {0.3, -0.4, 2}, sensed.rpy, 1e-12);
        assertArrayEquals(new double[] {0.1, 0.2, 0.3}, sensed.gyro);
        assertArrayEquals(new double[] {1, 2, 9.7}, sensed.accelerometer);
        assertFalse(imu.receive(sensed, 0));
        assertEquals(far.device(), imu.name());
    }

    /** Recorded with its y axis up: mounted so in a trunk that stands level. */
    @Test
    void aMountedOneIsTurned() {
        final XbusImu imu = new XbusImu(near, ImuMounting.of("x -z y"));
        send(XbusMessages.message(XbusMessages.WARM));
        assertTrue(imu.receive(sensed, 0));
        assertEquals(9.8146553, sensed.accelerometer[2], 1e-6);
        assertEquals(0, sensed.rpy[0], 0.03);
        assertEquals(0, sensed.rpy[1], 0.03);
        assertEquals(38, sensed.imuTemperatureC);
    }

    @Test
    void theNewestOfSeveralIsTakenAndTheRestOfTheReadingStays() {
        final XbusImu imu = new XbusImu(near, ImuMounting.STRAIGHT);
        sensed.footForce[2] = 7;
        sensed.q[5] = 0.5;
        send(turned(0.1, 0, 0));
        send(turned(0.2, 0, 0));
        send(XbusMessages.message(XbusMessages.QUATERNION_ONLY));
        assertTrue(imu.receive(sensed, 0));
        assertEquals(0.2, sensed.rpy[0], 1e-12);
        assertEquals(7, sensed.footForce[2]);
        assertEquals(0.5, sensed.q[5]);
        assertEquals(2, imu.accepted());
        assertEquals(1, imu.refused());
        assertEquals(0, imu.garbageBytes());
    }

    @Test
    void anUnpluggedOneGivesNothing() {
        final XbusImu imu = new XbusImu(near, ImuMounting.STRAIGHT);
        send(turned(0.1, 0, 0));
        assertTrue(imu.receive(sensed, 0));
        far.close();
        for (int i = 0; i < 3; i++) {
            assertFalse(imu.receive(sensed, 0));
        }
        assertTrue(near.lost());
    }

    @Test
    void receivesWithoutAllocating() {
        final XbusImu imu = new XbusImu(near, ImuMounting.of("-y x z"));
        final byte[] message = turned(0.1, 0.2, 0.3);
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = -1;
        for (int round = 0; round < ROUNDS_MAX && bytes != 0; round++) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 2000; i++) {
                far.line().write(message, 0, message.length);
                near.await(PATIENCE_NS);
                imu.receive(sensed, i);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, bytes);
        assertTrue(imu.accepted() >= 2000);
    }
}
