package gaitd.hal.bus;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.serial.SerialLine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.StringJoiner;
import java.util.function.LongSupplier;

/**
 * One leg's bus: asks its three motors in turn, hip, thigh, calf with numbers 0, 1, 2, and hands on what they answer.
 *
 * <p>A motor that gives no valid reply in {@link BusTiming#SILENT_CYCLES} cycles is silent from then on: it is sent damping, and its
 * joint reads {@link gaitd.hal.MotorMode#SILENT} until the bus is opened again, since a motor that was without power has lost its
 * zero. When the control loop's commands stop coming, all motors are sent damping. Before the first command they are asked with a
 * command of mode 0, which moves nothing. Used by the bus's thread; allocates nothing after construction.
 */
final class MotorBus {
    /** Status bit: the line is gone. Bits 0 to 2 are silent motors. */
    static final int LOST = 1 << A1.JOINTS_PER_LEG;
    /** Status bit: no commands came, the bus damps by itself. */
    static final int DAMPS = LOST << 1;

    private static final long NS_PER_MS = 1_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final int leg;
    private final SerialLine line;
    private final RotorCalibration zeros;
    private final BusTiming timing;
    private final LongSupplier clock;
    private final BusTimes times;
    private final LatestCell commands = new LatestCell(JointTargets.LENGTH);
    private final LatestCell readings = new LatestCell(LegReading.LENGTH);
    private final BusCounters counters = new BusCounters();
    private final ReplyStream stream = new ReplyStream(counters);
    private final long[] commandRecord = new long[JointTargets.LENGTH];
    private final long[] arrivedRecord = new long[JointTargets.LENGTH];
    private final long[] reading = new long[LegReading.LENGTH];
    private final byte[] frame = new byte[MotorCommandCodec.SIZE];
    private final ByteBuffer frameView = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    private final JointCommands targets = new JointCommands();
    private final MotorCommand command = new MotorCommand();
    private final MotorReply reply = new MotorReply();
    private final int[] missed = new int[A1.JOINTS_PER_LEG];
    private long givenAtNs = NEVER;
    private volatile int heard;
    private volatile int status;
    private int told;

    MotorBus(
            final int leg,
            final SerialLine line,
            final RotorCalibration zeros,
            final BusTiming timing,
            final LongSupplier clock,
            final BusTimes times) {
        this.leg = leg;
        this.line = line;
        this.zeros = zeros;
        this.timing = timing;
        this.clock = clock;
        this.times = times;
    }

    /** Where the control loop's commands for this leg go. */
    LatestCell commands() {
        return commands;
    }

    /** Where the readings of this leg come from. */
    LatestCell readings() {
        return readings;
    }

    BusCounters counters() {
        return counters;
    }

    SerialLine line() {
        return line;
    }

    /** Motors that have never answered, for people; empty when all have. Asked before the control loop begins. */
    String unheard() {
        final StringJoiner names = new StringJoiner(" and ", "", " on " + line.name());
        names.setEmptyValue("");
        for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
            if (!isKnown(motor)) {
                names.add(A1.jointName(leg * A1.JOINTS_PER_LEG + motor));
            }
        }
        return names.toString();
    }

    /** The next change of the status, for people; null when nothing changed. Called by one thread. */
    String notice() {
        final int changed = status ^ told;
        if (changed == 0) {
            return null;
        }
        final int bit = Integer.highestOneBit(changed);
        told ^= bit;
        final boolean begins = (told & bit) != 0;
        return switch (bit) {
            case LOST ->
                "port " + line.name() + " is lost: the motors of leg " + A1.legName(leg)
                        + " are out of reach; check its cable, then start again";
            case DAMPS ->
                "bus " + A1.legName(leg)
                        + (begins
                                ? ": no commands from the control loop for " + timing.commandTimeoutNs() / NS_PER_MS
                                        + " ms, its motors damp"
                                : ": commands come again");
            default ->
                "motor " + A1.jointName(leg * A1.JOINTS_PER_LEG + Integer.numberOfTrailingZeros(bit)) + " on "
                        + line.name() + " did not answer in " + BusTiming.SILENT_CYCLES
                        + " cycles: it is damped; check its power and cable, then start again";
        };
    }

    /** One round through the motors, then their readings are handed on. */
    void cycle() {
        if (commands.read(arrivedRecord)) {
            System.arraycopy(arrivedRecord, 0, commandRecord, 0, commandRecord.length);
            givenAtNs = JointTargets.unpack(commandRecord, leg, targets);
        }
        final long beganNs = clock.getAsLong();
        final boolean damps = givenAtNs != NEVER && beganNs - givenAtNs > timing.commandTimeoutNs();
        int now = damps ? DAMPS : 0;
        if (damps && (status & DAMPS) == 0) {
            counters.deadManTrips++;
        }
        for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
            prepare(motor, damps);
            if (motor == A1.THIGH) {
                LegReading.stamp(clock.getAsLong(), reading);
            }
            final boolean answered = exchange();
            if (isSilent(motor)) {
                continue;
            }
            if (answered) {
                heard |= 1 << motor;
                missed[motor] = 0;
                LegReading.put(reply, zeros, leg, motor, reading);
            } else if (isKnown(motor)) {
                missed[motor]++;
            }
        }
        final boolean lost = line.lost();
        for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
            if (isSilent(motor) || (lost && isKnown(motor))) {
                missed[motor] = BusTiming.SILENT_CYCLES;
                now |= 1 << motor;
                LegReading.silence(motor, reading);
            }
        }
        status = now | (lost ? LOST : 0);
        counters.cycles++;
        readings.write(reading);
        times.cycled(leg, clock.getAsLong() - beganNs);
    }

    /** Lets all motors damp; the last thing before the line is closed. Says nothing to motors that were never commanded. */
    void leave() {
        if (givenAtNs == NEVER) {
            return;
        }
        for (int motor = 0; motor < A1.JOINTS_PER_LEG; motor++) {
            prepare(motor, true);
            exchange();
        }
    }

    /** Waits, and drops what arrives unasked. Returns at once when the line is lost. */
    void idle(final long untilNs) {
        long leftNs = untilNs - clock.getAsLong();
        while (leftNs > 0 && !line.lost()) {
            if (line.await(leftNs)) {
                drain();
            }
            leftNs = untilNs - clock.getAsLong();
        }
    }

    private boolean isKnown(final int motor) {
        return (heard >> motor & 1) != 0;
    }

    private boolean isSilent(final int motor) {
        return missed[motor] >= BusTiming.SILENT_CYCLES;
    }

    private void prepare(final int motor, final boolean damps) {
        if (givenAtNs != NEVER && (damps || isSilent(motor))) {
            MotorGear.damp(timing.dampingKdNmSRad(), command);
        } else if (givenAtNs != NEVER) {
            MotorGear.toRotor(targets, leg * A1.JOINTS_PER_LEG + motor, zeros, command);
        }
        command.id = motor;
    }

    /** Sends the command and waits for the reply of its motor. */
    private boolean exchange() {
        drain();
        if (!MotorCommandCodec.encode(command, frameView)) {
            counters.limited++;
        }
        final long beganNs = clock.getAsLong();
        final long endNs = beganNs + timing.replyTimeoutNs();
        if (!line.write(frame, 0, frame.length)) {
            counters.writeErrors++;
            return false;
        }
        counters.sent++;
        long leftNs = timing.replyTimeoutNs();
        while (leftNs > 0 && line.await(leftNs)) {
            final int taken = line.read(stream.bytes, stream.length(), stream.room());
            if (taken < 0) {
                return false;
            }
            stream.added(taken);
            while (stream.next(reply)) {
                if (reply.id == command.id) {
                    counters.replies++;
                    times.exchanged(leg, clock.getAsLong() - beganNs);
                    return true;
                }
                counters.wrongId++;
            }
            if (stream.isSpoilt()) {
                return false;
            }
            leftNs = endNs - clock.getAsLong();
        }
        counters.timeouts++;
        return false;
    }

    /** Drops what is there before a command: late replies, echoes, noise. */
    private void drain() {
        stream.clear();
        int taken = stream.room();
        for (int i = 0; i < 8 && taken == stream.bytes.length; i++) {
            taken = Math.max(0, line.read(stream.bytes, 0, stream.room()));
            counters.garbageBytes += taken;
        }
    }
}
