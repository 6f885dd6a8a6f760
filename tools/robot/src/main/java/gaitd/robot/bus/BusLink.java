package gaitd.robot.bus;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.hal.bus.BusRobotPort;
import gaitd.hal.bus.BusTimes;
import gaitd.hal.bus.ImuPort;
import gaitd.hal.bus.MotorGear;
import gaitd.hal.bus.RotorCalibration;
import gaitd.hal.serial.SerialDevice;
import gaitd.hal.serial.SerialException;
import gaitd.hal.serial.SerialLine;
import gaitd.hal.udp.PortException;
import gaitd.hal.udp.RobotLock;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Refusal;
import gaitd.runtime.rt.RealTimeSetup;
import gaitd.runtime.zeros.ZeroCheck;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A robot on its motors' buses, all of whose motors answer, with an IMU that gives readings. Says in a line when a motor, a port or the
 * control loop's commands fail later.
 */
public final class BusLink implements AutoCloseable {
    private static final long ANSWER_NS = 2_000_000_000L;
    private static final long LOOK_MS = 100;
    private static final long JOIN_MS = 1000;

    private final RobotLock lock;
    private final BusRobotPort port;
    private final Thread watch;

    private BusLink(final RobotLock lock, final BusRobotPort port, final Consumer<String> notes) {
        this.lock = lock;
        this.port = port;
        watch = new Thread(() -> watch(notes), "gaitd-bus-watch");
        watch.setDaemon(true);
        watch.start();
    }

    /**
     * Opens the buses and waits until everything on them answers; nothing moves.
     *
     * @param plan where they are
     * @param localPort port of this computer for datagrams, 0 for any free one
     * @param config the control loop's settings
     * @param notes takes lines for a person, from another thread
     * @return the link
     * @throws Refusal in one line when a port, a motor or the IMU is not there
     */
    public static BusLink open(
            final BusPlan plan, final int localPort, final Config config, final Consumer<String> notes) {
        final SerialLine[] lines = new SerialLine[A1.LEGS];
        RobotLock lock = null;
        BusRobotPort port = null;
        ImuPort imu = null;
        try {
            lock = plan.imu().lock();
            imu = plan.imu().open(localPort);
            for (int leg = 0; leg < A1.LEGS; leg++) {
                final SerialDevice line =
                        SerialDevice.open(plan.ports().get(leg).toString(), plan.baud());
                lines[leg] = line;
                notes.accept(line.setup().text());
                line.setup().warnings().forEach(notes);
            }
            final RealTimeSetup setup = new RealTimeSetup(config, System::nanoTime);
            port = new BusRobotPort(
                    lines,
                    imu,
                    plan.zeros().calibration(),
                    plan.timing(config),
                    System::nanoTime,
                    BusTimes.NONE,
                    setup::applyBeside);
            check(plan, port);
            return new BusLink(lock, port, notes);
        } catch (final SerialException | PortException | Refusal e) {
            close(port, imu, lines);
            if (lock != null) {
                lock.close();
            }
            throw e instanceof final Refusal refusal ? refusal : new Refusal(e.getMessage(), e);
        }
    }

    /** Everything answers, and the joints are where they can be by their zeros. */
    private static void check(final BusPlan plan, final BusRobotPort port) {
        final Sensed first = new Sensed();
        final String missing = port.awaitAnswers(ANSWER_NS, first);
        if (missing != null) {
            throw new Refusal(plan.file() + ": " + missing);
        }
        final RotorCalibration zeros = plan.zeros().calibration();
        final double[] rotorRad = new double[A1.JOINTS];
        Arrays.setAll(rotorRad, joint -> MotorGear.rotorRad(first.q[joint], zeros, joint));
        final String problem = ZeroCheck.problem(plan.zeros(), rotorRad);
        if (!problem.isEmpty()) {
            throw new Refusal(plan.file() + ": " + problem);
        }
    }

    private static void close(final BusRobotPort port, final ImuPort imu, final SerialLine... lines) {
        if (port != null) {
            port.close();
            return;
        }
        for (final SerialLine line : lines) {
            if (line != null) {
                line.close();
            }
        }
        if (imu != null) {
            imu.close();
        }
    }

    /**
     * The port to it.
     *
     * @return closed with this
     */
    public BusRobotPort port() {
        return port;
    }

    private void watch(final Consumer<String> notes) {
        try {
            while (true) {
                for (String note = port.notice(); note != null; note = port.notice()) {
                    notes.accept(note);
                }
                Thread.sleep(LOOK_MS);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watch.interrupt();
        try {
            watch.join(JOIN_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        port.close();
        if (lock != null) {
            lock.close();
        }
    }
}
