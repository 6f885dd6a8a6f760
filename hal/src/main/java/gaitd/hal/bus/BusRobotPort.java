package gaitd.hal.bus;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.serial.SerialLine;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Port to an A1 over the four buses of its motors and an IMU beside them.
 *
 * <p>The buses run by themselves, each in its thread; a tick takes their latest readings and leaves its commands, and waits for
 * nothing. The first reading comes when all twelve motors and the IMU have answered. The robot's tick is the time of the oldest of the
 * four readings, in ms. A motor that fell silent, and every motor of a bus whose thread hangs, reads {@link MotorMode#SILENT}.
 *
 * <p>{@link #receive} and {@link #send} are called by the control thread and allocate nothing. Closing lets all motors damp.
 */
public final class BusRobotPort implements RobotPort {
    private static final long NS_PER_MS = 1_000_000L;
    private static final long UNSIGNED_INT = 0xFFFFFFFFL;

    private final MotorBus[] buses = new MotorBus[A1.LEGS];
    private final BusThread[] threads = new BusThread[A1.LEGS];
    private final ImuPort imu;
    private final LongSupplier clock;
    private final long hungNs;
    private final PortCounters counters = new PortCounters();
    private final Sensed latest = new Sensed();
    private final long[] target = new long[JointTargets.LENGTH];
    private final long[] reading = new long[LegReading.LENGTH];
    private final long[] endedAtNs = new long[A1.LEGS];
    private final boolean[] complete = new boolean[A1.LEGS];
    private boolean oriented;
    private boolean closed;

    /**
     * A port whose buses begin to ask their motors, without moving them.
     *
     * @param lines one a leg, FR FL RR RL; closed with this port
     * @param imu closed with this port
     * @param zeros how the rotors stand to their joints
     * @param timing of every bus
     * @param clock the loop's clock, ns
     * @param prepare takes the name of each bus's thread, in that thread, before its first cycle
     */
    @SuppressWarnings("this-escape")
    public BusRobotPort(
            final SerialLine[] lines,
            final ImuPort imu,
            final RotorCalibration zeros,
            final BusTiming timing,
            final LongSupplier clock,
            final Consumer<String> prepare) {
        this.imu = imu;
        this.clock = clock;
        hungNs = timing.hungNs();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final String name = "gaitd-bus-" + A1.legName(leg);
            buses[leg] = new MotorBus(leg, lines[leg], zeros, timing, clock);
            threads[leg] = new BusThread(buses[leg], name, timing, clock, () -> prepare.accept(name));
        }
        for (final BusThread thread : threads) {
            thread.start();
        }
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        boolean fresh = imu.receive(latest, nowNs);
        oriented |= fresh;
        long oldestNs = Long.MAX_VALUE;
        boolean all = oriented;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            fresh |= take(leg, nowNs);
            all &= complete[leg];
            oldestNs = Math.min(oldestNs, endedAtNs[leg]);
        }
        if (!fresh || !all || closed) {
            return false;
        }
        counters.accepted++;
        out.set(latest);
        out.robotTick = oldestNs / NS_PER_MS & UNSIGNED_INT;
        out.sequence = counters.accepted;
        out.receivedAtNs = nowNs;
        return true;
    }

    /** Takes the reading of a leg, whether it is new or none came for too long. */
    private boolean take(final int leg, final long nowNs) {
        final boolean whole = buses[leg].readings().read(reading);
        if (whole && LegReading.endedAtNs(reading) != endedAtNs[leg]) {
            endedAtNs[leg] = LegReading.endedAtNs(reading);
            complete[leg] = LegReading.isComplete(reading);
            LegReading.unpack(reading, leg, latest);
            return true;
        }
        if (!complete[leg] || nowNs - endedAtNs[leg] <= hungNs) {
            return false;
        }
        for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
            latest.motorMode[leg * A1.JOINTS_PER_LEG + motor] = MotorMode.SILENT;
        }
        return true;
    }

    @Override
    public boolean send(final JointCommands commands) {
        if (closed) {
            counters.sendErrors++;
            return false;
        }
        final long nowNs = clock.getAsLong();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            JointTargets.pack(commands, leg, nowNs, target);
            buses[leg].commands().write(target);
        }
        counters.sent++;
        return true;
    }

    @Override
    public PortCounters counters() {
        return counters;
    }

    /**
     * What one bus has asked and got.
     *
     * @param leg leg index
     * @return live counters
     */
    public BusCounters bus(final int leg) {
        return buses[leg].counters();
    }

    @Override
    public void close() {
        closed = true;
        for (final BusThread thread : threads) {
            thread.close();
        }
        imu.close();
    }
}
