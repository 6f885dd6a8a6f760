package gaitd.hal.bus;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.hal.serial.SerialLine;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Port to an A1 over the four buses of its motors and an IMU beside them.
 *
 * <p>The buses run by themselves, each in its thread; a tick takes their latest readings and leaves its commands, and waits for
 * nothing. The first reading comes when all twelve motors and the IMU have answered, each further one when every bus has a newer one. The
 * robot's tick is the time of the oldest of the four, in ms. A motor that fell silent, and every motor of a bus whose thread hangs, reads {@link MotorMode#SILENT}.
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
    private final long[] readAtNs = new long[A1.LEGS];
    private final long[] takenAtNs = new long[A1.LEGS];
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
     * @param times is told how long everything takes
     * @param prepare takes the name of each bus's thread, in that thread, before its first cycle
     */
    @SuppressWarnings("this-escape")
    public BusRobotPort(
            final SerialLine[] lines,
            final ImuPort imu,
            final RotorCalibration zeros,
            final BusTiming timing,
            final LongSupplier clock,
            final BusTimes times,
            final Consumer<String> prepare) {
        this.imu = imu;
        this.clock = clock;
        hungNs = timing.hungNs();
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final String name = "gaitd-bus-" + A1.legName(leg);
            buses[leg] = new MotorBus(leg, lines[leg], zeros, timing, clock, times);
            threads[leg] = new BusThread(buses[leg], name, timing, clock, () -> prepare.accept(name));
        }
        for (final BusThread thread : threads) {
            thread.start();
        }
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        oriented |= imu.receive(latest, nowNs);
        long oldestNs = Long.MAX_VALUE;
        boolean all = oriented;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            take(leg, nowNs);
            all &= complete[leg];
            oldestNs = Math.min(oldestNs, takenAtNs[leg]);
        }
        final long tick = oldestNs / NS_PER_MS & UNSIGNED_INT;
        if (!all || closed || (tick == latest.robotTick && counters.accepted > 0)) {
            return false;
        }
        counters.accepted++;
        latest.robotTick = tick;
        latest.sequence = counters.accepted;
        latest.receivedAtNs = nowNs;
        out.set(latest);
        out.roundToFloats();
        return true;
    }

    /** Takes the newest reading of a leg. A bus that gives none for too long is not waited for any more. */
    private void take(final int leg, final long nowNs) {
        if (buses[leg].readings().read(reading) && LegReading.takenAtNs(reading) != readAtNs[leg]) {
            readAtNs[leg] = LegReading.takenAtNs(reading);
            takenAtNs[leg] = readAtNs[leg];
            complete[leg] = LegReading.isComplete(reading);
            LegReading.unpack(reading, leg, latest);
        } else if (complete[leg] && nowNs - readAtNs[leg] > hungNs) {
            takenAtNs[leg] = nowNs;
            for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
                latest.motorMode[leg * A1.JOINTS_PER_LEG + motor] = MotorMode.SILENT;
            }
        }
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

    /**
     * Waits until all motors and the IMU have answered. To be called before the control loop begins.
     *
     * @param timeoutNs longest wait, ns
     * @param first overwritten with the first reading, when there is one
     * @return null when they have, else one line that says who has not and what to do
     */
    public String awaitAnswers(final long timeoutNs, final Sensed first) {
        final long endNs = clock.getAsLong() + timeoutNs;
        boolean all = receive(first, clock.getAsLong());
        while (!all && clock.getAsLong() < endNs) {
            LockSupport.parkNanos(NS_PER_MS);
            all = receive(first, clock.getAsLong());
        }
        if (all) {
            return null;
        }
        final StringJoiner missing = new StringJoiner(", ");
        for (final MotorBus bus : buses) {
            final String unheard = bus.unheard();
            if (!unheard.isEmpty()) {
                missing.add(unheard);
            }
        }
        return missing.length() > 0
                ? "no reply from " + missing
                        + "; expected all twelve motors: check their power, their numbers (hip 0, thigh 1,"
                        + " calf 2), and A and B of the bus"
                : "no reading of the IMU from " + imu.name()
                        + "; a robot does not walk without one: check that it is on, and its address";
    }

    /**
     * What changed on the buses since it was last asked; for people. Called by one thread that is not the control loop's; makes a text
     * only when there is something to say.
     *
     * @return one line, or null when nothing changed
     */
    public String notice() {
        for (final MotorBus bus : buses) {
            final String notice = bus.notice();
            if (notice != null) {
                return notice;
            }
        }
        return null;
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
